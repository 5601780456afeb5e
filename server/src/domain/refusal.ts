import type { Problem, ProblemCode } from "@agentpass/shared/problem";
import type { Viewer } from "./access.ts";
import { system, type Actor, type AuditRecord } from "./audit-entry.ts";

/** Something that was not permitted, as it is put on record. */
export interface Refusal {
  teamId: string;
  actor: Actor;
  action: AuditRecord["action"];
  subject: { type: string; id: string };
  /** Why, in fixed words. */
  reason: string;
  /** Whose: refusals are summed by key, subject and reason. */
  keyId: string;
  /** Where it came from; null: by no network. */
  address: string | null;
}

/** Answers that are no mistake of the input, but a no. */
const REFUSING: ReadonlySet<ProblemCode> = new Set(["not_allowed", "conflict", "too_many_requests"]);

/** What goes on record of a call that ended in this problem; null where it was no refusal. `call`: the procedure. */
export function refusedCall(viewer: Viewer, call: string, { code }: Problem): Refusal | null {
  if (!REFUSING.has(code)) return null;
  const { teamId, keyId, address } = viewer;
  return {
    teamId,
    keyId,
    address,
    actor: viewer,
    action: "call.refused",
    subject: { type: "procedure", id: call },
    reason: code,
  };
}

/** What goes on record of somebody who named a key and could not prove that it is theirs, or that it is valid still. */
export function refusedSignIn(
  key: { teamId: string; keyId: string; reason: string },
  address: string | null,
): Refusal {
  return {
    ...key,
    address,
    actor: system("sign_in"),
    action: "sign_in.refused",
    subject: { type: "key", id: key.keyId },
  };
}

/** Refusals that are alike; the first of a minute is written at once, the others as a sum. */
export const kindOf = ({ teamId, keyId, subject, reason }: Refusal): string =>
  [teamId, keyId, subject.id, reason].join(" ");
