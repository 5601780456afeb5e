/** A team setting as a person edits it: which input its value needs, and its value from what was typed. */
import type { TeamCallOutput } from "../../shared/team-calls.ts";

export type TeamSetting = TeamCallOutput<"settings.get">[number];
export type SettingValue = TeamSetting["value"];

export type SettingKind = "switch" | "duration" | "count" | "limit" | "amount" | "text";

const amounts: ReadonlySet<string> = new Set(["pricePerNumberMonth", "pricePerSms"]);

/** By what the value looks like; a `limit` is a count that may be none. */
export function kindOf({ name, value, default: standard }: TeamSetting): SettingKind {
  if (typeof standard === "boolean") return "switch";
  if (typeof standard === "string") return "text";
  if (standard === null || value === null) return "limit";
  if (name.endsWith("Ms")) return "duration";
  return amounts.has(name) ? "amount" : "count";
}

const units = [
  ["days", 86_400_000],
  ["hours", 3_600_000],
  ["minutes", 60_000],
  ["seconds", 1000],
] as const;
export type DurationUnit = (typeof units)[number][0];
export const durationUnits = units.map(([unit]) => unit);

export interface DurationParts {
  amount: number;
  unit: DurationUnit;
}

/** The largest unit that needs no fraction; hours up to two days, as people speak of 24 hours. */
export function durationParts(ms: number): DurationParts {
  if (ms === 0) return { amount: 0, unit: "hours" };
  const fitting = units.find(([unit, size]) => ms % size === 0 && (unit !== "days" || ms >= 2 * size));
  const [unit, size] = fitting ?? ["seconds", 1000];
  return { amount: ms / size, unit };
}

export function durationMs({ amount, unit }: DurationParts): number {
  const [, size] = units.find(([name]) => name === unit) ?? ["seconds", 1000];
  return Math.round(amount * size);
}

/** What was typed as a value of its kind; undefined where it is none. */
export function typedValue(kind: SettingKind, text: string): SettingValue | undefined {
  const typed = text.trim();
  if (kind === "text") return typed === "" ? undefined : typed;
  const pattern = kind === "amount" ? /^\d+([.,]\d+)?$/ : /^\d+$/;
  return pattern.test(typed) ? Number(typed.replace(",", ".")) : undefined;
}

/** A value for people: `24 hours`, `on`, `none`. */
export function settingText(name: string, value: SettingValue): string {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "on" : "off";
  if (typeof value === "number" && name.endsWith("Ms")) {
    const { amount, unit } = durationParts(value);
    return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Whether this change erases texts that are kept now. */
export function erasesTexts({ name, value }: TeamSetting, wished: SettingValue): boolean {
  return name === "bodyRetentionMs" && typeof wished === "number" && wished < Number(value);
}

/** What a setting does; a value of null is called none here. */
export const descriptionOf = ({ description }: TeamSetting): string =>
  description.replaceAll("null:", "none:");

const labels: Record<TeamSetting["name"], string> = {
  quarantineMs: "Rest between two leases",
  leaseIdleMs: "Unused leases end after",
  maxLeasesPerAgent: "Numbers an agent holds at once",
  agentCallsPerMinute: "Calls of an agent a minute",
  agentMessagesPerDay: "Messages of an agent a day",
  agentBodies: "Agents see texts",
  adminBodies: "Admin keys read texts and codes",
  consentForUsedNumbers: "Used numbers need consent",
  bodyRetentionMs: "Texts are kept for",
  redactAtTwilio: "Remove texts at Twilio too",
  reconcileMs: "Search for missed messages every",
  autoProvision: "Buy numbers when none is free",
  maxNumbers: "Numbers at most",
  pricePerNumberMonth: "Price of a number a month",
  pricePerSms: "Price of a message",
  currency: "Currency",
  monthCostAlert: "Warn from a month's cost of",
  purchasesPerDay: "Purchases a day",
};

/** A newer server may have settings that this app does not know: they go by their name. */
export function labelOf(name: string): string {
  return name in labels ? labels[name as TeamSetting["name"]] : name;
}

/** What stands under what. Settings that are in none come last. */
const groups: readonly (readonly [string, readonly string[]])[] = [
  ["Numbers and leases", ["quarantineMs", "leaseIdleMs", "consentForUsedNumbers"]],
  ["Agents", ["maxLeasesPerAgent", "agentCallsPerMinute", "agentMessagesPerDay", "agentBodies"]],
  ["Messages", ["bodyRetentionMs", "redactAtTwilio", "adminBodies", "reconcileMs"]],
  [
    "Purchases and cost",
    [
      "autoProvision",
      "maxNumbers",
      "purchasesPerDay",
      "pricePerNumberMonth",
      "pricePerSms",
      "currency",
      "monthCostAlert",
    ],
  ],
];

export interface SettingGroup {
  title: string;
  settings: TeamSetting[];
}

export function groupSettings(settings: readonly TeamSetting[]): SettingGroup[] {
  const known = new Set(groups.flatMap(([, names]) => names));
  const others = settings.filter(({ name }) => !known.has(name));
  return [
    ...groups.map(([title, names]) => ({
      title,
      settings: names.flatMap((wanted) => settings.filter(({ name }) => name === wanted)),
    })),
    { title: "More", settings: others },
  ].filter((group) => group.settings.length > 0);
}
