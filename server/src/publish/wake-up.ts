/** Carries the hint "this team's stream has grown" to every node. Losing one costs time, never an event. */
export interface WakeUp {
  send(teamId: string): void;
  close(): Promise<void>;
}

/** What a node does with hints. */
export interface WakeUpTarget {
  wake(teamId: string): void;
  /** Hints may have been lost: look at everything. */
  wakeAll(): void;
}

/** For a server that has its database to itself. */
export function inProcessWakeUp(target: WakeUpTarget): WakeUp {
  return { send: (teamId) => target.wake(teamId), close: async () => {} };
}
