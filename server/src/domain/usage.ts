const DAY_MS = 86_400_000;

/** What one agent did on one number on one day; `agentId` null: messages that were nobody's. */
export interface UsageCell {
  /** A day in UTC, e.g. 2026-11-22. */
  day: string;
  agentId: string | null;
  numberId: string;
  /** Stored on that day. */
  messages: number;
  /** Those in which a code was found. */
  codes: number;
  /** Opened on that day, and those of them that ended without a message. */
  waits: number;
  timeouts: number;
  /** From the message's arrival to the answer of a wait, counted in the buckets of {@link latencyBucket}. */
  latencies: Record<string, number>;
}

/** Epoch milliseconds. */
export interface HeldTime {
  agentId: string;
  numberId: string;
  startedAt: number;
  /** Null: held still. */
  endedAt: number | null;
}

/** A number in the pool, from when until when; epoch milliseconds. */
export interface PooledTime {
  id: string;
  phoneNumber: string;
  /** Whether the provider charges for it: simulated numbers and own SIM cards cost nothing here. */
  charged: boolean;
  since: number;
  /** Null: it is in the pool still. */
  until: number | null;
}

export interface Prices {
  /** Of a number for a month of 365 / 12 days. */
  numberMonth: number;
  inboundSms: number;
}

export type UsageBy = "agent" | "number" | "member" | "day";

export interface UsageFacts {
  cells: readonly UsageCell[];
  leases: readonly HeldTime[];
  numbers: readonly PooledTime[];
  agents: ReadonlyMap<string, { name: string; memberId: string }>;
  members: ReadonlyMap<string, string>;
  prices: Prices;
}

export interface UsageRow {
  /** Of the agent, number or member, or the day; null: nobody's. */
  id: string | null;
  /** The agent's or member's name, the phone number or the day; null: nobody. */
  name: string | null;
  /** Different numbers held. */
  numbers: number;
  messages: number;
  codes: number;
  waits: number;
  timeouts: number;
  /** Within half a percent; null where nothing was answered. */
  medianLatencyMs: number | null;
  cost: number;
}

/** One percent a bucket: counts of any number of days can be added, and the median read from them. */
const BUCKET = Math.log(1.01);
const SHORTEST_MS = 0.01;

export function latencyBucket(ms: number): number {
  return Math.floor(Math.log(Math.max(ms, SHORTEST_MS)) / BUCKET);
}

/** The middle of the bucket that holds the middle value (of an even count, the lower one). */
export function medianOf(latencies: Readonly<Record<string, number>>): number | null {
  const counts = Object.entries(latencies)
    .map(([bucket, count]) => ({ bucket: Number(bucket), count }))
    .toSorted((left, right) => left.bucket - right.bucket);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  for (const { bucket, count } of counts) {
    before += count;
    if (before * 2 >= total) return Math.exp((bucket + 0.5) * BUCKET);
  }
  return null;
}

/**
 * Sums facts of a range of time (epoch milliseconds, `to` excluded) by what is asked, and over all. What a number
 * costs while nobody holds it, and messages that were nobody's, are nobody's, so that the rows add up to the total.
 */
export function summariseUsage(
  facts: UsageFacts,
  { by, from, to }: { by: UsageBy; from: number; to: number },
): { rows: UsageRow[]; total: UsageRow } {
  const groups = new Map<string | null, Sum>();
  const sumOf = (id: string | null): Sum => {
    const sum = groups.get(id) ?? emptySum();
    groups.set(id, sum);
    return sum;
  };
  const all = emptySum();
  const groupOf = (part: { agentId: string | null; numberId: string; day: string }): string | null => {
    if (by === "day") return part.day;
    if (by === "number") return part.numberId;
    if (part.agentId === null || by === "agent") return part.agentId;
    return facts.agents.get(part.agentId)?.memberId ?? null;
  };
  const charged = new Set(facts.numbers.flatMap(({ id, charged: isCharged }) => (isCharged ? [id] : [])));
  const dayPrice = (facts.prices.numberMonth * 12) / 365;

  for (const cell of facts.cells)
    for (const sum of [sumOf(groupOf(cell)), all]) {
      addCell(sum, cell);
      if (charged.has(cell.numberId)) sum.cost += cell.messages * facts.prices.inboundSms;
    }
  for (const lease of facts.leases)
    for (const slice of daysOf(lease.startedAt, lease.endedAt, { from, to })) {
      const sum = sumOf(groupOf({ ...lease, day: slice.day }));
      sum.numbers.add(lease.numberId);
      all.numbers.add(lease.numberId);
      if (!charged.has(lease.numberId)) continue;
      sum.cost += slice.days * dayPrice;
      // It stands in the number's whole time too: what remains there is nobody's.
      sumOf(groupOf({ agentId: null, numberId: lease.numberId, day: slice.day })).cost -=
        slice.days * dayPrice;
    }
  for (const number of facts.numbers)
    for (const slice of daysOf(number.since, number.until, { from, to })) {
      if (!number.charged) continue;
      const cost = slice.days * dayPrice;
      sumOf(groupOf({ agentId: null, numberId: number.id, day: slice.day })).cost += cost;
      all.cost += cost;
    }

  const rows = [...groups].map(([id, sum]) => rowOf(id, nameOf(facts, by, id), sum));
  return {
    rows: rows
      .filter((row) => row.id !== null || row.messages > 0 || row.cost > 0)
      .toSorted((left, right) => orderOf(left).localeCompare(orderOf(right))),
    total: rowOf(null, null, all),
  };
}

const orderOf = ({ name }: UsageRow): string => (name === null ? "\uffff" : name);

interface Sum {
  numbers: Set<string>;
  messages: number;
  codes: number;
  waits: number;
  timeouts: number;
  latencies: Record<string, number>;
  cost: number;
}

const emptySum = (): Sum => ({
  numbers: new Set(),
  messages: 0,
  codes: 0,
  waits: 0,
  timeouts: 0,
  latencies: {},
  cost: 0,
});

function addCell(sum: Sum, cell: UsageCell): void {
  sum.messages += cell.messages;
  sum.codes += cell.codes;
  sum.waits += cell.waits;
  sum.timeouts += cell.timeouts;
  for (const [bucket, count] of Object.entries(cell.latencies))
    sum.latencies[bucket] = (sum.latencies[bucket] ?? 0) + count;
}

function rowOf(id: string | null, name: string | null, sum: Sum): UsageRow {
  return {
    id,
    name,
    numbers: sum.numbers.size,
    messages: sum.messages,
    codes: sum.codes,
    waits: sum.waits,
    timeouts: sum.timeouts,
    medianLatencyMs: medianOf(sum.latencies),
    // A millionth of the currency: what floating point leaves of a difference is nothing.
    cost: Math.max(0, Math.round(sum.cost * 1e6) / 1e6),
  };
}

function nameOf(facts: UsageFacts, by: UsageBy, id: string | null): string | null {
  if (id === null || by === "day") return id;
  if (by === "number") return facts.numbers.find((number) => number.id === id)?.phoneNumber ?? id;
  return (by === "agent" ? facts.agents.get(id)?.name : facts.members.get(id)) ?? id;
}

export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The part of a time that lies in the range, day by day (UTC), in fractions of a day. */
function daysOf(
  start: number,
  end: number | null,
  range: { from: number; to: number },
): { day: string; days: number }[] {
  const last = Math.min(end ?? Infinity, range.to);
  const slices: { day: string; days: number }[] = [];
  for (let at = Math.max(start, range.from); at < last;) {
    const midnight = (Math.floor(at / DAY_MS) + 1) * DAY_MS;
    const until = Math.min(midnight, last);
    slices.push({ day: dayOf(at), days: (until - at) / DAY_MS });
    at = until;
  }
  return slices;
}
