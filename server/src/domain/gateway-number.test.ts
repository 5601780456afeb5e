import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultOfNewNumber, recipientAmong, type GatewayNumber } from "./gateway-number.ts";

const e164 = fc.integer({ min: 0, max: 5 }).map((digit) => `+491511234560${digit}` as never);
const sim = fc.option(fc.integer({ min: 1, max: 4 }));
const said = fc.record({ recipient: fc.option(e164), sim });
const says = fc.constantFrom("number", "sim", "nothing" as const);

/** A gateway's numbers as they come to be: each was let in beside those before it. */
const pool = (wishes: readonly GatewayNumber[], kind: "number" | "sim" | "nothing"): GatewayNumber[] => {
  const numbers: GatewayNumber[] = [];
  for (const wish of wishes) {
    const others = numbers.filter((number) => number.phoneNumber !== wish.phoneNumber);
    if (others.length === numbers.length && faultOfNewNumber(kind, { others, sim: wish.sim }) === null)
      numbers.push(wish);
  }
  return numbers;
};
const wishes = fc.array(fc.record({ phoneNumber: e164, sim }), { maxLength: 6 });

describe("the number that a gateway's message came to", () => {
  it("is never another than the one that is named, and never one of another slot", () => {
    fc.assert(
      fc.property(wishes, says, said, (asked, kind, delivery) => {
        const numbers = pool(asked, kind);
        const found = recipientAmong(numbers, delivery);
        if (found.kind !== "number") return true;
        const { recipient, sim } = delivery;
        const number = numbers.find(({ phoneNumber }) => phoneNumber === found.phoneNumber);
        const isNamed = recipient === null || recipient === found.phoneNumber;
        const isInSlot = sim === null || number?.sim === null || number?.sim === sim;
        const isCertain = recipient !== null || sim !== null || numbers.length === 1;
        return number !== undefined && isNamed && isInSlot && isCertain;
      }),
    );
    expect.assertions(0);
  });

  it("is always found where a gateway says of it what its kind says", () => {
    fc.assert(
      fc.property(wishes, says, (asked, kind) => {
        const numbers = pool(asked, kind);
        const found = numbers.map(({ phoneNumber, sim }) =>
          recipientAmong(numbers, {
            recipient: kind === "number" ? (phoneNumber as never) : null,
            sim: kind === "sim" ? (sim ?? 1) : null,
          }),
        );
        expect(found).toEqual(numbers.map(({ phoneNumber }) => ({ kind: "number", phoneNumber })));
      }),
    );
  });
});

describe("a number that is added to a gateway", () => {
  const others = [{ phoneNumber: "+4915112345678", sim: 1 }];
  it("must be told apart from the others by every message", () => {
    expect(faultOfNewNumber("nothing", { others, sim: null })).toMatch(/\+4915112345678 already/);
    expect(faultOfNewNumber("sim", { others, sim: null })).toMatch(/in which slot/);
    expect(faultOfNewNumber("sim", { others, sim: 1 })).toMatch(/is in slot 1/);
    expect(faultOfNewNumber("sim", { others: [{ phoneNumber: "+49", sim: null }], sim: 1 })).toMatch(
      /retire it/,
    );
    expect(faultOfNewNumber("sim", { others, sim: 2 })).toBeNull();
    expect(faultOfNewNumber("number", { others, sim: null })).toBeNull();
    expect(faultOfNewNumber("number", { others, sim: 1 })).toMatch(/leave it out/);
    expect(faultOfNewNumber("nothing", { others: [], sim: 1 })).toMatch(/leave it out/);
  });
});
