import { keepSignals, watchAlerts, type AlertParts } from "../actions/watch-alerts.ts";
import { createSignalCounter } from "../ops/alert-signals.ts";
import type { Logger } from "../ops/logger.ts";
import type { Observe } from "../ops/occurrence.ts";
import { every } from "./every.ts";

const LOOK_MS = 5_000;
/** Looks that failed one after the other, before people are told that the database is away. */
const FAILED_LOOKS = 12;

export interface Alerts {
  observe: Observe;
  stop: () => Promise<void>;
}

/**
 * Watches for what people should hear of and posts it to their chat. Where an alert stands is kept in the database, so
 * that one node speaks for all; only that the database is away each node says for itself. A failing post is logged
 * and tried again, and nothing waits for it.
 */
export function startAlerts(parts: Omit<AlertParts, "counter">, log: Logger, lookMs = LOOK_MS): Alerts {
  const counter = createSignalCounter();
  let failedLooks = 0;
  let told = false;
  const say = async (text: string): Promise<boolean> => {
    const outcome = await parts.post(`${text} (${parts.from()})`);
    if (outcome !== "taken")
      log.warn("An alert could not be posted; that is tried again", { reason: outcome.fault });
    return outcome === "taken";
  };

  const look = async (): Promise<void> => {
    try {
      const untold = await watchAlerts({ ...parts, counter });
      for (const { fault } of untold)
        log.warn("An alert could not be posted; that is tried again", { reason: fault });
      failedLooks = 0;
      if (told) told = !(await say("AgentPass SMS recovered: The database answers again."));
    } catch (err) {
      failedLooks += 1;
      if (failedLooks === 1) log.warn("The alerts could not be looked at; that is tried again", { err });
      if (failedLooks >= FAILED_LOOKS && !told)
        told = await say(
          "AgentPass SMS alert: The database does not answer, so no message can be stored. Look at PostgreSQL and at the server's log.",
        );
    }
  };
  const end = every(lookMs, look, (err) => log.error("The alerts were not looked at", { err }));
  return {
    observe: counter.observe,
    async stop() {
      await end();
      // What was counted last is for the other nodes to look at.
      await keepSignals({ ...parts, counter }).catch((err: unknown) =>
        log.warn("The last counts for the alerts are lost", { err }),
      );
    },
  };
}
