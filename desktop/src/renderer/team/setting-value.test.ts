import * as fc from "fast-check";
import { expect, it } from "vitest";
import {
  durationMs,
  durationParts,
  erasesTexts,
  groupSettings,
  kindOf,
  settingText,
  typedValue,
  type TeamSetting,
} from "./setting-value.ts";

const setting = (name: TeamSetting["name"], value: TeamSetting["value"]): TeamSetting => ({
  name,
  value,
  default: value,
  description: "",
});

it("every kind of value has its own input", () => {
  expect(kindOf(setting("agentBodies", true))).toBe("switch");
  expect(kindOf(setting("quarantineMs", 86_400_000))).toBe("duration");
  expect(kindOf(setting("maxLeasesPerAgent", 3))).toBe("count");
  expect(kindOf({ ...setting("maxNumbers", 5), default: null })).toBe("limit");
  expect(kindOf(setting("pricePerSms", 0.0083))).toBe("amount");
  expect(kindOf(setting("currency", "USD"))).toBe("text");
});

it("a duration is shown in the largest unit that fits, and comes back as it was", () => {
  expect(durationParts(86_400_000)).toEqual({ amount: 24, unit: "hours" });
  expect(durationParts(7 * 86_400_000)).toEqual({ amount: 7, unit: "days" });
  expect(durationParts(90_000)).toEqual({ amount: 90, unit: "seconds" });
  expect(durationParts(0)).toEqual({ amount: 0, unit: "hours" });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), (ms) => {
      expect(durationMs(durationParts(ms))).toBe(ms);
    }),
  );
});

it("values read as people say them", () => {
  expect(settingText("quarantineMs", 3_600_000)).toBe("1 hour");
  expect(settingText("agentBodies", false)).toBe("off");
  expect(settingText("maxNumbers", null)).toBe("none");
  expect(settingText("maxNumbers", 4)).toBe("4");
});

it("takes what people type for a number, and nothing that is none", () => {
  expect(typedValue("amount", " 0,0083 ")).toBe(0.0083);
  expect(typedValue("count", "12")).toBe(12);
  expect(typedValue("text", " EUR ")).toBe("EUR");
  for (const typed of ["", "1.5", "-1", "many"]) expect(typedValue("count", typed)).toBeUndefined();
});

it("keeping texts for a shorter time erases some; for a longer one none", () => {
  const kept = setting("bodyRetentionMs", 86_400_000);
  expect(erasesTexts(kept, 3_600_000)).toBe(true);
  expect(erasesTexts(kept, 2 * 86_400_000)).toBe(false);
  expect(erasesTexts(setting("quarantineMs", 86_400_000), 0)).toBe(false);
});

it("a setting that this app does not know is shown all the same", () => {
  const unknown = { ...setting("currency", "x"), name: "fromANewerServer" } as unknown as TeamSetting;
  const groups = groupSettings([setting("currency", "USD"), unknown]);
  expect(groups.map(({ title, settings }) => [title, settings.length])).toEqual([
    ["Purchases and cost", 1],
    ["More", 1],
  ]);
});
