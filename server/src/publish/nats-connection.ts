import { connect, type ConnectionOptions } from "@nats-io/transport-node";
import type { NatsSettings } from "../config/config.ts";

/** How long a server may take to let somebody in. */
export const NATS_ANSWER_MS = 3_000;

/** What both the server and its doctor connect with. `name` is what NATS's own monitoring shows. */
export function natsOptions({ servers, tls, credentials }: NatsSettings, name: string): ConnectionOptions {
  return {
    name,
    servers: [...servers],
    timeout: NATS_ANSWER_MS,
    // Without it a server that offers encryption gets it, and one that does not is spoken to in the clear.
    ...(tls ? { tls: {} } : {}),
    ...(credentials === null
      ? {}
      : credentials.user === null
        ? { token: credentials.secret.reveal() }
        : { user: credentials.user, pass: credentials.secret.reveal() }),
  };
}

/** Connects once, as the server does. Gives NATS's version; rejects with the client's own error, which holds no secret. */
export async function probeNats(settings: NatsSettings): Promise<string> {
  const connection = await connect({ ...natsOptions(settings, "agentpass-doctor"), reconnect: false });
  try {
    return connection.info?.version ?? "";
  } finally {
    await connection.close();
  }
}
