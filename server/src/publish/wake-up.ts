import type { StreamEvent } from "../store/events.ts";

/** Carries the hint "this team's stream has grown" to every node. Losing one costs time, never an event. */
export interface WakeUp {
  /** `events`: the growth itself, for the followers on this node. */
  send(teamId: string, events: readonly StreamEvent[]): void;
  close(): Promise<void>;
}

/** What a node does with hints, and which it can use. */
export interface WakeUpTarget {
  /**
   * Brings what is new of a team to its followers here: the events themselves where they follow on the last one
   * given, else whatever the store has.
   */
  wake(teamId: string, events?: readonly StreamEvent[]): void;
  /** Reads what is new of every followed team: after a connection that brings hints was away. */
  wakeAll(): void;
  /** Teams that have followers on this node. */
  followed(): Iterable<string>;
  /** Tells one watcher from now on. */
  watch(watcher: FollowWatcher): void;
}

export interface FollowWatcher {
  /** The team's first follower on this node has come. */
  began(teamId: string): void;
  /** Its last one has gone. */
  ended(teamId: string): void;
}

/** For a server that has its database to itself. */
export function inProcessWakeUp(target: WakeUpTarget): WakeUp {
  return { send: (teamId, events) => target.wake(teamId, events), close: async () => {} };
}
