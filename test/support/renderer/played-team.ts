/** A team as the server would tell of it: a few numbers in every state, three people, two agents. */
import type { AgentEntry } from "@agentpass/shared/agent-admin-api";
import type { PoolNumber } from "@agentpass/shared/number-api";
import type { TeamMember } from "@agentpass/shared/team-api";
import type { UsageRow } from "@agentpass/shared/usage-api";
import type { TeamCallOutput } from "../../../desktop/src/shared/team-calls.ts";
import type { PlayedTeam } from "./played-main.ts";

type AuditItem = TeamCallOutput<"audit.list">["entries"][number];
type LeaseEntry = TeamCallOutput<"lease.list">["leases"][number];

const MINUTE = 60_000;
const DAY = 86_400_000;
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

export function poolNumber(last: number, more: Partial<PoolNumber> = {}): PoolNumber {
  return {
    id: `number-${last}`,
    phoneNumber: `+1415555010${last}`,
    provider: "twilio",
    country: "US",
    state: "available",
    quarantinedUntil: null,
    agentId: null,
    agentName: null,
    leaseId: null,
    releasing: false,
    releasedAt: null,
    ...more,
  };
}

const leased = { agentId: "agent-claude", agentName: "Claude on my laptop", leaseId: "lease-1" };

export const numbers: PoolNumber[] = [
  poolNumber(0, { state: "leased", ...leased }),
  poolNumber(1),
  poolNumber(2),
  poolNumber(3, { state: "quarantined", quarantinedUntil: ago(-5 * 60 * MINUTE) }),
  poolNumber(4, { state: "suspended" }),
  poolNumber(5, { state: "retired", releasing: true }),
  poolNumber(6, { provider: "my-phone", country: "DE" }),
];

const lease: LeaseEntry = {
  id: "lease-1",
  phoneNumber: numbers[0]?.phoneNumber ?? "",
  agentId: "agent-claude",
  agentName: "Claude on my laptop",
  startedAt: ago(3 * 60 * MINUTE),
  lastUsedAt: ago(4 * MINUTE),
  endedAt: null,
  endReason: null,
};

const earlierLease: LeaseEntry = {
  ...lease,
  id: "lease-0",
  agentName: "Codex",
  startedAt: ago(3 * DAY),
  endedAt: ago(2 * DAY),
  endReason: "idle",
};

function member(name: string, role: TeamMember["role"], more: Partial<TeamMember> = {}): TeamMember {
  return {
    id: `member-${name.toLowerCase()}`,
    name,
    role,
    createdAt: Date.now() - 40 * DAY,
    devices: 1,
    agents: 1,
    lastUsedAt: Date.now() - 20 * MINUTE,
    you: false,
    ...more,
  };
}

const members: TeamMember[] = [
  member("Ada", "owner", { devices: 2, you: true }),
  member("Grace", "admin"),
  member("Alan", "member", { devices: 0, agents: 2, lastUsedAt: null }),
];

function agent(name: string, more: Partial<AgentEntry> = {}): AgentEntry {
  return {
    id: `agent-${name.split(" ")[0]?.toLowerCase()}`,
    name,
    memberId: "member-ada",
    memberName: "Ada",
    limits: { callsPerMinute: null, maxLeases: null, messagesPerDay: null },
    limitsInForce: { callsPerMinute: 600, maxLeases: 3, messagesPerDay: null },
    policy: "allow",
    createdAt: Date.now() - 20 * DAY,
    pausedAt: null,
    removedAt: null,
    lastUsedAt: Date.now() - 4 * MINUTE,
    leases: [],
    ...more,
  };
}

const agents: AgentEntry[] = [
  agent("Claude on my laptop", {
    policy: "ask",
    leases: [{ phoneNumber: lease.phoneNumber, startedAt: Date.now() - DAY, lastUsedAt: Date.now() }],
  }),
  agent("Codex", { memberName: "Alan", pausedAt: Date.now() - DAY, lastUsedAt: null }),
];

function usageRow(id: string, messages: number): UsageRow {
  return {
    id,
    name: id,
    numbers: 2,
    messages,
    codes: Math.floor(messages * 0.7),
    waits: messages + 1,
    timeouts: 1,
    medianLatencyMs: messages === 0 ? null : 6 + (messages % 5),
    cost: 0.11 + messages * 0.0083,
  };
}

/** Of the days that are asked for: none on every fifth. */
function usage(input: unknown): TeamCallOutput<"usage.get"> {
  const { by, from, to } = input as { by: "day" | "agent"; from: string; to: string };
  const count = (Date.parse(to) - Date.parse(from)) / DAY + 1;
  const days = Array.from({ length: count }, (_, index) =>
    usageRow(new Date(Date.parse(from) + index * DAY).toISOString().slice(0, 10), (index * 7) % 13),
  ).filter((_, index) => index % 5 !== 4);
  const rows = by === "day" ? days : [usageRow("Claude on my laptop", 31), usageRow("Codex", 4)];
  return { from, to, by, currency: "USD", rows, total: usageRow("total", 35) };
}

function entry(seq: number, action: string, more: Partial<AuditItem> = {}): AuditItem {
  return {
    seq,
    at: ago((60 - seq) * MINUTE),
    action,
    actor: { kind: "device", name: "ada-laptop", memberName: "Ada", address: "127.0.0.1" },
    masterKeyId: "1",
    mac: "0".repeat(64),
    ...more,
  };
}

const entries: AuditItem[] = [
  entry(52, "number.suspended", {
    subject: { type: "number", id: "number-4", name: "+14155550104" },
    before: { phoneNumber: "+14155550104", state: "available" },
    after: { phoneNumber: "+14155550104", state: "suspended" },
  }),
  entry(51, "lease.ended", {
    actor: { kind: "system", name: "sweep" },
    subject: { type: "lease", id: "lease-0", name: "+14155550100" },
    after: { reason: "idle" },
  }),
  entry(50, "message.stored", { actor: { kind: "provider", name: "twilio" } }),
];

const settings: TeamCallOutput<"settings.get"> = [
  {
    name: "quarantineMs",
    value: 2 * DAY,
    default: DAY,
    description: "How long a number rests between two leases.",
  },
  {
    name: "agentMessagesPerDay",
    value: null,
    default: null,
    description: "How many messages an agent may be given within 24 hours; null: as many as come.",
  },
  {
    name: "agentBodies",
    value: true,
    default: true,
    description: "Whether agents see the text of their messages, or codes only.",
  },
  {
    name: "bodyRetentionMs",
    value: DAY,
    default: DAY,
    description: "How long the texts of messages are kept; then they are erased for good.",
  },
  {
    name: "pricePerNumberMonth",
    value: 1.15,
    default: 1.15,
    description: "What a number of Twilio costs a month, for the estimate in the usage report.",
  },
  { name: "currency", value: "USD", default: "USD", description: "The currency of these prices." },
];

const device: TeamCallOutput<"device.list">[number] = {
  id: "device-1",
  name: "ada-laptop",
  platform: "linux",
  memberId: "member-ada",
  memberName: "Ada",
  createdAt: Date.now() - 40 * DAY,
  lastUsedAt: Date.now() - MINUTE,
  you: true,
};

/** Answers to all that the team view reads; `more` is put over it. */
export function playedTeam(more: PlayedTeam = {}): PlayedTeam {
  return {
    "team.show": () => ({
      id: "team",
      name: "Development team",
      mode: "live",
      createdAt: 0,
      members: 3,
      devices: 3,
      agents: 2,
      numbers: 7,
    }),
    "number.state": () => ({
      counts: { available: 3, leased: 1, quarantined: 1, suspended: 1, retired: 1 },
      beingBought: 0,
      beingReleased: 1,
      exhaustedAt: ago(-9 * 60 * MINUTE),
      forecastWindowMs: DAY,
      purchases: {
        autoProvision: true,
        refused: "2 numbers were bought within 24 hours, which is the limit.",
      },
    }),
    "number.list": () => ({ numbers }),
    "number.history": (input) => ({
      number: numbers.find(({ phoneNumber }) => phoneNumber === phoneOf(input)) ?? poolNumber(0),
      leases: [lease, earlierLease],
      services: [{ service: "github.com", memberName: "Ada", lastUsedAt: ago(DAY) }],
      messages: [
        { state: "consumed", count: 12 },
        { state: "expired", count: 2 },
      ],
      consents: [],
      shares: [{ memberId: "member-grace", memberName: "Grace", since: ago(9 * DAY) }],
    }),
    "gateway.list": () => [],
    "lease.list": () => ({ leases: [lease] }),
    "agent.list": () => agents,
    "member.list": () => members,
    "invitation.list": () => [
      {
        id: "invitation-1",
        name: "Barbara",
        role: "member",
        state: "open",
        invitedBy: "Ada",
        createdAt: Date.now() - DAY,
        expiresAt: Date.now() + 6 * DAY,
      },
    ],
    "device.list": () => [device],
    "usage.get": usage,
    "audit.list": () => ({ entries }),
    "settings.get": () => settings,
    ...more,
  };
}

function phoneOf(input: unknown): string {
  return (input as { phoneNumber: string }).phoneNumber;
}
