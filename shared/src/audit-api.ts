/** The team's record as people ask for it. Times are ISO 8601 in UTC. */
import { z } from "zod";
import { storableText } from "./storable-text.ts";

/** An instant, or a day in UTC (its first instant). */
export const instant = z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
  error: 'must be a time such as "2026-11-22T15:00:00Z" or a day such as "2026-11-22" (UTC)',
});

const mac = z.string().regex(/^[0-9a-f]{64}$/, "must be the 64 hexadecimal digits of an entry's MAC");
const seq = z.int().min(0);

/** Which entries: all that is given must hold. */
export const auditFilter = z.strictObject({
  /** A member, agent, device or key by id, a member or agent by name, or a part of the server or a provider by name. */
  who: storableText.min(1).max(100).optional(),
  /** `lease.ended`, or `lease` for all about leases. */
  action: z
    .string()
    .regex(/^[a-z_]+(\.[a-z_]+)?$/, 'must be an action such as "lease.ended", or its first part')
    .max(60)
    .optional(),
  /** Id of what it was about. */
  subject: storableText.min(1).max(100).optional(),
  /** From this instant on. */
  from: instant.optional(),
  /** Until before this instant. */
  to: instant.optional(),
});

export const listAuditInput = auditFilter.extend({
  limit: z.int().min(1).max(200).default(50),
  /** `nextBefore` of the page before. */
  before: seq.optional(),
});

const facts = z.record(z.string(), z.unknown());

export const auditItem = z.object({
  seq: z.int(),
  at: z.string(),
  action: z.string(),
  actor: z.object({
    kind: z.enum(["agent", "admin", "device", "system", "provider"]),
    /** Of the server's part or the provider; a person's, agent's or device's as it is called today. */
    name: z.string().optional(),
    memberId: z.string().optional(),
    memberName: z.string().optional(),
    keyId: z.string().optional(),
    agentId: z.string().optional(),
    deviceId: z.string().optional(),
    address: z.string().optional(),
  }),
  subject: z.object({ type: z.string(), id: z.string(), name: z.string().optional() }).optional(),
  before: facts.optional(),
  after: facts.optional(),
  masterKeyId: z.string(),
  mac: z.string(),
});
export type AuditItem = z.infer<typeof auditItem>;

export const auditPage = z.object({ entries: z.array(auditItem), nextBefore: z.int().optional() });
export type AuditPage = z.infer<typeof auditPage>;

export const exportAuditInput = auditFilter.extend({
  format: z.enum(["jsonl", "csv"]),
  /** `nextAfter` of the page before; 0 starts, with the heading of a CSV. */
  after: seq.default(0),
});

export const auditExportPage = z.object({
  /** Whole lines. */
  text: z.string(),
  entries: z.int(),
  /** Absent on the last page. */
  nextAfter: z.int().optional(),
});
export type AuditExportPage = z.infer<typeof auditExportPage>;

export const verifyAuditInput = z.strictObject({
  /** `last` of the call before; 0 starts. */
  after: seq.default(0),
  /** Heads that were noted earlier, elsewhere. */
  heads: z
    .array(z.strictObject({ seq: z.int().min(1), mac }))
    .max(1000)
    .default([]),
});

export const auditReport = z.object({
  /** Entries that this call looked at. */
  checked: z.int(),
  /** The last of them. */
  last: z.int(),
  /** The chain's head as the team's row has it. */
  head: z.int(),
  /** Earlier heads compared: those given, and those this server kept in its data folder. */
  knownHeads: z.int(),
  /** False where the walk has to go on, from `last`. */
  done: z.boolean(),
  /** The first place that is not what the server wrote. */
  fault: z.object({ seq: z.int(), fault: z.string() }).nullable(),
});
export type AuditReport = z.infer<typeof auditReport>;
