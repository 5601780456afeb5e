/** What happens to a team with one number or two, three agents and a moving clock. */
import {
  array,
  boolean,
  constant,
  constantFrom,
  integer,
  nat,
  oneof,
  record,
  tuple,
  type Arbitrary,
} from "fast-check";

export const AGENTS = 3;
/** Provider and server may differ by so much; the product allows for 30 s. */
export const JITTER_MS = 20_000;

export type Step =
  | { do: "lease"; agent: number; passport: number }
  /** `pick`: a number that some agent got before, whoever holds it now; `agent`: somebody else asks. */
  | { do: "release"; pick: number; agent: number | null }
  /** `jitter`: the provider's clock against ours. `missed`: the webhook never came. */
  | { do: "sms"; number: number; sender: number; jitter: number; missed: boolean }
  | { do: "again"; pick: number }
  | { do: "reconcile" }
  | { do: "wait"; pick: number; agent: number | null; mode: "claim" | "peek"; timeoutMs: number }
  | { do: "settle"; pick: number; action: "park" | "timeout" | "cancel" | "confirm" | "give_back" }
  | { do: "look"; pick: number }
  | { do: "list"; agent: number }
  | { do: "sweep" };

/** One after the other, two at once, or time that passes. */
export type Turn = { steps: readonly Step[] } | { advance: number };

export interface Plan {
  /** In the pool: one or two. */
  numbers: number;
  quarantineMs: number;
  leaseIdleMs: number;
  turns: readonly Turn[];
}

const agent = nat(AGENTS - 1);
const pick = nat(50);

const lease = record({ do: constantFrom("lease" as const), agent, passport: nat(1) });
const stranger = oneof({ weight: 7, arbitrary: constant(null) }, { weight: 1, arbitrary: agent });
const release = record({ do: constantFrom("release" as const), pick, agent: stranger });
const sms = record({
  do: constantFrom("sms" as const),
  number: nat(1),
  sender: nat(1),
  jitter: integer({ min: -JITTER_MS, max: JITTER_MS }),
  missed: boolean(),
});
const wait = record({
  do: constantFrom("wait" as const),
  pick,
  agent: stranger,
  mode: constantFrom("claim" as const, "claim" as const, "peek" as const),
  timeoutMs: constantFrom(0, 60_000, 300_000),
});
const settle = record({
  do: constantFrom("settle" as const),
  pick,
  action: constantFrom("park", "timeout", "cancel", "confirm", "give_back"),
});
const step = oneof(
  { weight: 5, arbitrary: lease },
  { weight: 4, arbitrary: release },
  { weight: 9, arbitrary: sms },
  { weight: 4, arbitrary: wait },
  { weight: 3, arbitrary: settle },
  { weight: 1, arbitrary: record({ do: constantFrom("again" as const), pick }) },
  { weight: 2, arbitrary: record({ do: constantFrom("reconcile" as const) }) },
  { weight: 1, arbitrary: record({ do: constantFrom("look" as const), pick }) },
  { weight: 1, arbitrary: record({ do: constantFrom("list" as const), agent }) },
  { weight: 1, arbitrary: record({ do: constantFrom("sweep" as const) }) },
) as Arbitrary<Step>;

/** Below and above the margin, a caller's silence, a code's life, and a day's rest. */
const advance = constantFrom(1, 1_000, 16_000, 29_999, 31_000, 45_000, 660_000, 25 * 3_600_000);

const turn: Arbitrary<Turn> = oneof(
  { weight: 6, arbitrary: record({ steps: array(step, { minLength: 1, maxLength: 1 }) }) },
  { weight: 2, arbitrary: record({ steps: array(step, { minLength: 2, maxLength: 3 }) }) },
  { weight: 3, arbitrary: record({ advance }) },
);

/** A number goes from one agent to another, too early or not. */
const handover = tuple(release, constantFrom(1, 16_000, 45_000, 25 * 3_600_000), lease).map(
  ([given, ms, taken]): Turn[] => [{ steps: [given] }, { advance: ms }, { steps: [taken] }],
);

/** An answer that did not arrive, and the next call. */
const again = tuple(sms, wait, settle, wait).map((steps): Turn[] => steps.map((one) => ({ steps: [one] })));

const turns = array(
  oneof(
    { weight: 10, arbitrary: turn.map((one) => [one]) },
    { weight: 3, arbitrary: handover },
    { weight: 1, arbitrary: again },
  ),
  { minLength: 7, maxLength: 12, size: "max" },
).map((parts) => parts.flat());

export const plan: Arbitrary<Plan> = record({
  numbers: constantFrom(1, 1, 2),
  quarantineMs: constantFrom(0, 0, 40_000, 24 * 3_600_000),
  leaseIdleMs: constantFrom(60_000, 24 * 3_600_000),
  turns,
});
