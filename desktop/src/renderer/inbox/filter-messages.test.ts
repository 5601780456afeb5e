import { expect, test } from "vitest";
import type { InboxMessage } from "../../shared/app-state.ts";
import { choices, filterMessages, noFilter } from "./filter-messages.ts";

const message = (id: string, more: Partial<InboxMessage>): InboxMessage => ({
  id,
  from: "+12025550100",
  to: "+15551234567",
  receivedAt: 0,
  state: "available",
  simulated: false,
  ...more,
});
const bank = message("bank", { service: "Crédit Mutuel", code: "482913", agentName: "Claude" });
const hub = message("hub", { service: "GitHub", body: "Your code is 11", agentName: "Codex" });

const found = (search: string): string[] =>
  filterMessages([bank, hub], { ...noFilter, search }).map(({ id }) => id);

test("search finds parts of words without case and accents, in every field that is shown", () => {
  expect(found("credit MUT")).toEqual(["bank"]);
  expect(found("8291")).toEqual(["bank"]);
  expect(found("your")).toEqual(["hub"]);
  expect(found("+1202")).toEqual(["bank", "hub"]);
  expect(found("  ")).toEqual(["bank", "hub"]);
});

test("all words of a search must occur", () => {
  expect(found("github codex")).toEqual(["hub"]);
  expect(found("github claude")).toEqual([]);
});

test("agent and service narrow what the search found", () => {
  expect(filterMessages([bank, hub], { ...noFilter, agent: "Codex" })).toEqual([hub]);
  expect(filterMessages([bank, hub], { ...noFilter, agent: "Codex", service: "Crédit Mutuel" })).toEqual([]);
});

test("a chosen name stays among the choices when its last message is gone", () => {
  expect(choices(["b", undefined, "a", "b"], "c")).toEqual(["a", "b", "c"]);
});
