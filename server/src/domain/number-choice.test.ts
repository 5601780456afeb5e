import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseNumber, type FreeNumber, type Wish } from "./number-choice.ts";

const number = (change: Partial<FreeNumber>): FreeNumber => ({
  id: "one",
  e164: "+14155550100",
  country: "US",
  lastEndedAt: null,
  history: [],
  consents: [],
  ...change,
});
const wish = (change: Partial<Wish>): Wish => ({
  memberId: "ada",
  service: null,
  country: null,
  consentNeeded: true,
  ...change,
});

describe("the choice of a number", () => {
  const usedByBob = number({ history: [{ service: "github", memberId: "bob" }] });

  test("leaves out what another member used, unless an admin consented for this member", () => {
    expect(chooseNumber([usedByBob], wish({}))).toBeNull();
    expect(chooseNumber([{ ...usedByBob, consents: ["eve"] }], wish({}))).toBeNull();
    expect(chooseNumber([{ ...usedByBob, consents: ["ada"] }], wish({}))?.id).toBe("one");
    expect(chooseNumber([usedByBob], wish({ consentNeeded: false }))?.id).toBe("one");
  });

  test("prefers a number that the service has not seen, then the one that has rested longest", () => {
    const own = number({ id: "seen", history: [{ service: "github", memberId: "ada" }] });
    const rested = number({ id: "rested", e164: "+14155550102", lastEndedAt: 1 });
    const fresh = number({ id: "used lately", e164: "+14155550101", lastEndedAt: 2 });
    expect(chooseNumber([own, fresh, rested], wish({ service: "github" }))?.id).toBe("rested");
    expect(chooseNumber([own], wish({ service: "github" }))?.id).toBe("seen");
  });

  test("never gives a number to another member for a service it was used with, whatever was consented", () => {
    const member = fc.constantFrom("ada", "bob", "eve");
    const service = fc.constantFrom("github", "google");
    const arbitrary = fc.record({
      history: fc.array(fc.record({ service, memberId: member }), { maxLength: 4 }),
      consents: fc.array(member),
    });
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 5 }), member, service, (rows, memberId, asked) => {
        const numbers = rows.map((row, index) => number({ ...row, id: String(index) }));
        const chosen = chooseNumber(numbers, wish({ memberId, service: asked }));
        expect(
          chosen?.history.some((use) => use.service === asked && use.memberId !== memberId) ?? false,
        ).toBe(false);
      }),
    );
  });
});
