import type { WaitFilters } from "@agentpass/shared/agent-api";
import { normaliseSender } from "@agentpass/shared/sender";
import { sameService } from "./service-name.ts";
import { compileUserPattern } from "./user-pattern.ts";

/** A message as matching sees it. Epoch milliseconds. */
export interface Candidate {
  id: string;
  seq: number;
  senderKey: string;
  /** As the extractor found them in the message. */
  service: string | null;
  domain: string | null;
  providerAt: number;
  expiresAt: number;
  /** The cleaned text. Asked for only where a filter reads it: opening a body costs a decryption. */
  body: () => string;
}

/** A wait's conditions in the form they are compared in. `afterSeq`: only messages after it. */
export interface Conditions {
  senders: readonly string[];
  service: string | null;
  bodyContains: string | null;
  pattern: string | null;
  afterSeq: number;
}

export function conditionsOf(filters: WaitFilters, afterSeq: number): Conditions {
  return {
    senders: (filters.from ?? []).map(normaliseSender),
    service: filters.service ?? null,
    bodyContains: filters.bodyContains?.toLowerCase() ?? null,
    pattern: filters.match ?? null,
    afterSeq,
  };
}

/** Whether the conditions depend on a message's text. */
export const readsText = ({ bodyContains, pattern }: Conditions): boolean =>
  bodyContains !== null || pattern !== null;

/** What can be asked of a message whose text nobody has. */
export function withoutText(conditions: Conditions): Conditions {
  return { ...conditions, bodyContains: null, pattern: null };
}

export type Mismatch = "before" | "sender" | "service" | "body" | "pattern" | "expired";

/** Why a message does not satisfy a wait; null where it does. All conditions must hold; cheap ones are asked first. */
export function mismatch(conditions: Conditions, message: Candidate): Mismatch | null {
  if (message.seq <= conditions.afterSeq) return "before";
  if (conditions.senders.length > 0 && !conditions.senders.includes(message.senderKey)) return "sender";
  if (conditions.service !== null && namesAnotherService(conditions.service, message)) return "service";
  if (conditions.bodyContains !== null && !message.body().toLowerCase().includes(conditions.bodyContains))
    return "body";
  if (conditions.pattern !== null && compileUserPattern(conditions.pattern).find(message.body()) === null)
    return "pattern";
  return null;
}

/** A message that names no service may be for any. */
function namesAnotherService(wanted: string, { service, domain }: Candidate): boolean {
  const named = [service, domain].filter((name) => name !== null);
  return named.length > 0 && !named.some((name) => sameService(name, wanted));
}

/** Newest by the provider's time; of equals the one stored later. */
export function newest<M extends { providerAt: number; seq: number }>(messages: readonly M[]): M | null {
  return messages.reduce<M | null>(
    (best, message) => (best === null || isNewer(message, best) ? message : best),
    null,
  );
}

/** Whether `left` came after `right`, by the provider's time, then by the order of storing. */
function isNewer(
  left: { providerAt: number; seq: number },
  right: { providerAt: number; seq: number },
): boolean {
  return left.providerAt === right.providerAt ? left.seq > right.seq : left.providerAt > right.providerAt;
}

type Replaceable = Pick<Candidate, "id" | "seq" | "senderKey" | "service" | "providerAt">;

/** A claim replaces the older codes of the same sender for the same service: a resent code cancels the first. */
export function supersedes(claimed: Replaceable, other: Replaceable): boolean {
  return (
    other.id !== claimed.id &&
    isNewer(claimed, other) &&
    other.senderKey === claimed.senderKey &&
    other.service === claimed.service
  );
}
