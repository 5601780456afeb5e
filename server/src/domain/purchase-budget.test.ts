import type { Problem } from "@agentpass/shared/problem";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COOLDOWN_MS, decidePurchase, type PurchaseRecord } from "./purchase-budget.ts";
import { teamSettings, type TeamSettings } from "./team-settings.ts";

const now = 1_800_000_000_000;
const nothing: PurchaseRecord = { owned: 0, bought: 0, open: 0, lastDay: 0, failures: [] };
const whyNot = (
  settings: Partial<TeamSettings>,
  record: Partial<PurchaseRecord>,
  { country = "US", unasked = true } = {},
): string | null => {
  const decision = decidePurchase(
    { ...teamSettings.parse({}), ...settings },
    { ...nothing, ...record },
    { country, now, unasked },
  );
  return decision.buy ? null : decision.why;
};

describe("the budget of purchases", () => {
  test("allows by default two numbers beyond those that were brought, and two purchases a day", () => {
    expect(whyNot({}, { owned: 3 })).toBeNull();
    expect(whyNot({}, { owned: 4, bought: 1, lastDay: 1 })).toBeNull();
    expect(whyNot({}, { owned: 5, bought: 2 })).toContain("maxNumbers allows 5");
    expect(whyNot({}, { owned: 4, bought: 1, open: 1, lastDay: 1 })).toContain("1 are being bought");
    expect(whyNot({}, { owned: 3, lastDay: 2 })).toContain("purchasesPerDay allows 2");
  });

  test("names the limit and who can raise it, also where it is 0", () => {
    expect(whyNot({ maxNumbers: 0 }, {})).toMatch(
      /maxNumbers allows 0 .* admin can raise the setting maxNumbers/,
    );
    expect(whyNot({ purchasesPerDay: 0 }, {})).toMatch(/allows 0 .* raise the setting purchasesPerDay/);
    expect(whyNot({ autoProvision: false }, {})).toContain("autoProvision");
  });

  test("binds an admin who asks, but the switch and the cooldown do not", () => {
    const failures = [{ at: now - 1, country: "US", failure: refusal("conflict") }];
    expect(whyNot({ autoProvision: false }, { failures }, { unasked: false })).toBeNull();
    expect(whyNot({ maxNumbers: 1 }, { owned: 1 }, { unasked: false })).toContain("maxNumbers");
    expect(whyNot({}, { lastDay: 2 }, { unasked: false })).toContain("purchasesPerDay");
  });

  test("cools down after a failure: everywhere, or in the country that had no number", () => {
    const failedAt = (at: number, code: Problem["code"]) => ({
      failures: [{ at, country: "SE", failure: refusal(code) }],
    });
    expect(whyNot({}, failedAt(now - 60_000, "conflict"))).toContain(
      "because. Nothing is bought for another 9 min",
    );
    expect(whyNot({}, failedAt(now - COOLDOWN_MS, "conflict"))).toBeNull();
    expect(whyNot({}, failedAt(now - 60_000, "not_found"))).toBeNull();
    expect(whyNot({}, failedAt(now - 60_000, "not_found"), { country: "SE" })).toContain("because");
  });

  test("is never exceeded, whatever is asked in whatever order", () => {
    const steps = fc.array(fc.constantFrom("want", "arrive", "fail", "give back", "next day"), {
      maxLength: 60,
    });
    const limit = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(steps, limit, limit, (wishes, maxNumbers, purchasesPerDay) => {
        const record = { ...nothing };
        for (const step of wishes) {
          if (step === "want" && whyNot({ maxNumbers, purchasesPerDay }, record) === null) {
            record.open += 1;
            record.lastDay += 1;
          }
          if (step === "arrive" && record.open > 0) {
            record.open -= 1;
            record.owned += 1;
          }
          if (step === "fail" && record.open > 0) {
            record.open -= 1;
            record.lastDay = Math.max(0, record.lastDay - 1);
          }
          if (step === "give back" && record.owned > 0) record.owned -= 1;
          if (step === "next day") record.lastDay = record.open;
          expect(record.owned + record.open).toBeLessThanOrEqual(maxNumbers);
          expect(record.lastDay).toBeLessThanOrEqual(Math.max(purchasesPerDay, record.open));
        }
      }),
    );
  });
});

const refusal = (code: Problem["code"]): Problem => ({ code, message: "because." });
