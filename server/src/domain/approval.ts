import { serviceName } from "./service-name.ts";

/** How long a person has to answer whether an agent may have a message. */
export const APPROVAL_MS = 60_000;

/** What stands between an agent and its messages. */
export interface Guard {
  /** Of an agent whose person is asked; null: it gets its messages by itself. */
  asks: {
    /** Whether there is a device on which the person could answer. */
    hasDevice: boolean;
    /** Services, as `serviceName` writes them, whose messages it may have without a question. */
    services: readonly string[];
    /** Its live leases of which a person has allowed a message, where the policy asks about the first only. */
    leases: readonly string[];
  } | null;
  /** Whether it may be given so many messages a day only, so that looking must not take the place of being given. */
  limited: boolean;
}

/** Of an agent that has its messages by itself, as many as come. */
export const OPEN: Guard = { asks: null, limited: false };

export interface Guarded {
  /** As the extractor found it. */
  service: string | null;
  leaseId: string | null;
  /** A person let the agent have it. */
  approved: boolean;
}

/** Whether the agent has everything that comes for one of its leases by itself. */
export function isOpenFor({ asks }: Pick<Guard, "asks">, leaseId: string | null): boolean {
  return asks === null || (leaseId !== null && asks.leases.includes(leaseId));
}

/** What happens when a message satisfies a wait: it is given, a person is asked, or nobody can be asked. */
export function verdictOf({ asks }: Guard, message: Guarded): "give" | "ask" | "no_device" {
  if (asks === null || message.approved || isOpenFor({ asks }, message.leaseId)) return "give";
  if (message.service !== null && asks.services.includes(serviceName(message.service))) return "give";
  return asks.hasDevice ? "ask" : "no_device";
}

/** Whether the agent may look at a message that it has not been given. */
export function mayLook(guard: Guard, message: Guarded): boolean {
  return message.approved || (!guard.limited && verdictOf(guard, message) === "give");
}
