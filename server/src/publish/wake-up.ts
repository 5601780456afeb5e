import type { StreamEvent } from "../store/events.ts";

/** Carries the hint "this team's stream has grown" to every node. Losing one costs time, never an event. */
export interface WakeUp {
  /** `events`: the growth itself, for the followers on this node. */
  send(teamId: string, events: readonly StreamEvent[]): void;
  close(): Promise<void>;
}

/** What a node does with hints. */
export interface WakeUpTarget {
  wake(teamId: string, events?: readonly StreamEvent[]): void;
  /** Hints may have been lost: look at everything. */
  wakeAll(): void;
}

/** For a server that has its database to itself. */
export function inProcessWakeUp(target: WakeUpTarget): WakeUp {
  return { send: (teamId, events) => target.wake(teamId, events), close: async () => {} };
}
