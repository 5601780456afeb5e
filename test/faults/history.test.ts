import { expect, test } from "vitest";
import { History } from "../support/history.ts";

const sms = { id: "SM1", to: "+15551234567", code: "482913" };
const got = { ...sms, consumer: "anna", redelivered: false };

function history(): History {
  const made = new History(
    new Map([
      ["+15551234567", "anna"],
      ["+15551234568", "ben"],
    ]),
  );
  made.sent(sms);
  made.acknowledged(sms.id);
  return made;
}

test("a history in which everybody got what is theirs has nothing wrong in it", () => {
  const good = history();
  good.received(got);
  good.received({ ...got, redelivered: true });
  expect(good.violations()).toEqual([]);
});

test("what was never acknowledged may be missing", () => {
  const unsure = new History(new Map());
  unsure.sent(sms);
  expect(unsure.violations()).toEqual([]);
});

test.each([
  ["lost", [], "lost: SM1"],
  ["got twice without a mark", [got, got], "twice: anna got SM1"],
  ["got by another", [{ ...got, consumer: "ben" }], "foreign: ben got SM1 of another's number"],
  ["got with another code", [{ ...got, code: "1" }], "changed: anna got 1"],
  ["got with an id that nobody sent", [got, { ...got, id: "SM2" }], "foreign: anna got SM2, which nobody"],
])("a message %s is found", (_what, received, complaint) => {
  const bad = history();
  for (const one of received) bad.received(one);
  expect(bad.violations()).toEqual([expect.stringContaining(complaint)]);
});
