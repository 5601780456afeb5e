import { fail } from "@agentpass/shared/problem";
import { durationText, parseDuration } from "../domain/duration.ts";

type Value = string | number | boolean | null | readonly unknown[] | object;

/** A setting's value for people: `24h` where the name says milliseconds, `none` for null. */
export function settingText(name: string, value: unknown): string {
  if (value === null) return "none";
  if (typeof value === "number" && name.endsWith("Ms")) return durationText(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

/**
 * The value that a person typed for a setting of this name, by what its default or present value looks like; the
 * server checks it. A duration must say its unit, since `24` could be hours or milliseconds.
 */
export function parseSettingText(name: string, text: string): Value {
  if (text === "none") return null;
  if (name.endsWith("Ms"))
    return (
      parseDuration(text) ??
      fail("invalid_input", `${name}: ${JSON.stringify(text)} is no duration; write e.g. 90s, 30m, 24h or 7d`)
    );
  if (["on", "yes", "true"].includes(text)) return true;
  if (["off", "no", "false"].includes(text)) return false;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}
