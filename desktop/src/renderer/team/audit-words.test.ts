import type { AuditItem } from "@agentpass/shared/audit-api";
import { expect, it } from "vitest";
import { actionWords, actorWords, changeWords, verdictWords } from "./audit-words.ts";

const entry: AuditItem = {
  seq: 7,
  at: "2026-11-22T10:00:00Z",
  action: "number.suspended",
  actor: { kind: "device", name: "laptop", memberName: "Ada", address: "127.0.0.1" },
  masterKeyId: "1",
  mac: "0".repeat(64),
};

it("says who did it, whether a person, an agent, the server or a provider", () => {
  expect(actorWords(entry)).toBe("Ada on laptop from 127.0.0.1");
  expect(actorWords({ ...entry, actor: { kind: "agent", name: "claude" } })).toBe("agent claude");
  expect(actorWords({ ...entry, actor: { kind: "system", name: "sweep" } })).toBe("the server (sweep)");
  expect(actorWords({ ...entry, actor: { kind: "provider", name: "twilio" } })).toBe("twilio");
  expect(actorWords({ ...entry, actor: { kind: "admin" } })).toBe("an admin's key");
});

it("reads an action as words", () => {
  expect(actionWords("number.quarantine_lifted")).toBe("number: quarantine lifted");
});

it("tells what changed, and nothing that stayed", () => {
  const changed = {
    ...entry,
    before: { phoneNumber: "+15551234567", state: "leased", agentId: "a" },
    after: { phoneNumber: "+15551234567", state: "suspended", limits: { calls: 5 } },
  };
  expect(changeWords(changed)).toEqual([
    "state: leased → suspended",
    "agent id: a → none",
    'limits: {"calls":5}',
  ]);
});

it("writes ids short, by what tells them apart", () => {
  const stored = {
    ...entry,
    after: { numberId: "01a204ea-8231-714e-9911-e7d53d4cd8f3", leaseId: null, reason: "idle" },
  };
  expect(changeWords(stored)).toEqual(["number id: …3d4cd8f3", "reason: idle"]);
});

it("names the place of a fault, and says when there is none", () => {
  const report = { checked: 12, last: 12, head: 12, knownHeads: 3, done: true, fault: null };
  expect(verdictWords(report)).toBe(
    "The record is whole: 12 entries, up to the head 12; earlier heads that agree: 3.",
  );
  expect(verdictWords({ ...report, fault: { seq: 4, fault: "its text was changed" } })).toContain(
    "Entry 4: its text was changed.",
  );
});
