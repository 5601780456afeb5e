import { z } from "zod";
import type { Viewer } from "./access.ts";

/** Who did something: a key's holder, a part of the server, or a provider that sent a message. */
export type Actor = Viewer | { kind: "system" | "provider"; name: string };

/** The server's own parts, as actors. */
export const system = (
  name:
    | "configuration"
    | "matching"
    | "purchases"
    | "recovery"
    | "releases"
    | "restore"
    | "retention"
    | "sign_in"
    | "start"
    | "sweep",
): Actor => ({
  kind: "system",
  name,
});

/** What is put on record of one action. Never holds a code, a body or a key. */
export interface AuditRecord {
  /** `subject.verb in the past`, e.g. `lease.ended`. */
  action: `${string}.${string}`;
  subject?: { type: string; id: string };
  /** What the action changed, as it was and as it is. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

const facts = z.record(z.string(), z.unknown());

/** An entry's text, read back. */
const auditEntry = z.object({
  seq: z.int(),
  at: z.string(),
  action: z.string(),
  actor: z.object({
    kind: z.enum(["agent", "admin", "device", "system", "provider"]),
    name: z.string().optional(),
    memberId: z.string().optional(),
    keyId: z.string().optional(),
    agentId: z.string().optional(),
    deviceId: z.string().optional(),
    address: z.string().optional(),
  }),
  subject: z.object({ type: z.string(), id: z.string() }).optional(),
  before: facts.optional(),
  after: facts.optional(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** Null where the text is none that {@link auditEntryText} wrote. */
export function readEntry(text: string): AuditEntry | null {
  try {
    return auditEntry.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The text of an entry, which its MAC covers to the letter. `at`: ISO 8601. */
export function auditEntryText(
  { seq, at }: { seq: number; at: string },
  actor: Actor,
  { action, subject, before, after }: AuditRecord,
): string {
  return JSON.stringify({ seq, at, action, actor: actorOf(actor), subject, before, after });
}

function actorOf(actor: Actor): Record<string, unknown> {
  if ("name" in actor) return { kind: actor.kind, name: actor.name };
  const { kind, memberId, keyId, address } = actor;
  return {
    kind,
    memberId,
    keyId,
    ...(actor.kind === "agent" ? { agentId: actor.agentId } : {}),
    ...(actor.kind === "device" ? { deviceId: actor.deviceId } : {}),
    ...(address === null ? {} : { address }),
  };
}
