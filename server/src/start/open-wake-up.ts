import type { Config } from "../config/config.ts";
import type { Logger } from "../ops/logger.ts";
import { natsWakeUp } from "../publish/nats-wake-up.ts";
import { postgresWakeUp } from "../publish/postgres-wake-up.ts";
import { inProcessWakeUp, type WakeUp, type WakeUpTarget } from "../publish/wake-up.ts";
import type { ConnectionSettings } from "../store/database.ts";

export interface NodesWakeUp extends WakeUp {
  /** Whether this node reaches NATS; null where it has none. */
  natsUp: () => boolean | null;
}

interface Node {
  connection: ConnectionSettings;
  streams: WakeUpTarget;
  log: Logger;
  onBroken: (error: Error) => void;
}

/** How this node and the others on its database tell each other of what is new: the one way that is configured. */
export function openWakeUp(
  { databaseUrl, nats }: Pick<Config, "databaseUrl" | "nats">,
  { connection, streams, log, onBroken }: Node,
): NodesWakeUp {
  const withoutNats = { natsUp: () => null };
  if (databaseUrl === null) return { ...inProcessWakeUp(streams), ...withoutNats };
  if (nats === null) return { ...postgresWakeUp(connection, streams, onBroken), ...withoutNats };
  return natsWakeUp(nats, streams, log);
}
