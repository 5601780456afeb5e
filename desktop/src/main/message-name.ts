import type { InboxMessage } from "../shared/app-state.ts";

/** What a person calls a message by: the service that it names, or who sent it. */
export function messageName({ service, domain, from }: InboxMessage): string {
  return service ?? domain ?? from;
}
