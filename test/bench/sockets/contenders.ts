import { z } from "zod";
import { apiClient } from "../../support/api-client.ts";
import { connectToEmbedded, embeddedPostgres } from "../../support/connect-to-embedded.ts";
import { RunningServer, type ServerOptions } from "../../support/running-server.ts";
import { Worker } from "../worker.ts";
import type { ClientKind } from "./connect-client.ts";

/** A server whose clients hear of every message. */
export interface Contender extends AsyncDisposable {
  name: string;
  kind: ClientKind;
  port: number;
  pid: number;
  /** What its clients show. */
  key: string;
  /** Sends it so many messages at once, and resolves when each is stored. Gives their ids, in no order. */
  send: (messages: number) => Promise<string[]>;
}

export interface AgentPassContender extends Contender {
  server: RunningServer;
}

/** The product, in mock mode with the database of its own. Its clients use the owner's key, which hears everything. */
export async function startAgentPass(options: ServerOptions = {}): Promise<AgentPassContender> {
  const server = await RunningServer.start({
    ...options,
    env: { AGENTPASS_LOG_LEVEL: "warn", ...options.env },
  });
  const database = await connectToEmbedded(server.dataFolder);
  const { key } = await apiClient(server.url, server.ownerKey).key.create.mutate({
    kind: "agent",
    name: "bench",
  });
  const { phoneNumber } = await apiClient(server.url, key).agent.getNumber.mutate({});
  return {
    name: "AgentPass",
    kind: "agentpass",
    port: server.port,
    pid: server.pid,
    key: server.ownerKey,
    server,
    async send(messages) {
      const all = Array.from({ length: messages }, (_, index) =>
        server.prepareSms(phoneNumber, `Your code is ${482_000 + index}`),
      );
      const statuses = await Promise.all(all.map((sms) => sms.send()));
      if (statuses.some((status) => status !== 200))
        throw new Error(`AgentPass refused a message: ${statuses.join(" ")}`);
      const { rows } = await database.query<{ id: string }>(
        "select id from messages where provider_message_id = any($1)",
        [all.map(({ id }) => id)],
      );
      return rows.map(({ id }) => id);
    },
    async [Symbol.asyncDispose]() {
      await database.end();
      await server[Symbol.asyncDispose]();
    },
  };
}

export type RivalKind = Exclude<ClientKind, "agentpass">;
const names: Readonly<Record<RivalKind, string>> = {
  raw: "raw ws",
  "socket.io": "Socket.IO",
  trpc: "stock tRPC",
};

/** Another server, on the database of the product's data folder; null: it stores nothing. */
export async function startRival(
  kind: RivalKind,
  dataFolder: string | null,
  execArgv: readonly string[] = [],
): Promise<Contender> {
  const connection = dataFolder === null ? [] : [JSON.stringify(embeddedPostgres(dataFolder).connection)];
  const worker = new Worker(new URL("broadcast-server.ts", import.meta.url), {
    args: [kind, ...connection],
    execArgv,
  });
  const port = await worker.ask("port", null, z.number());
  return {
    name: names[kind],
    kind,
    port,
    pid: worker.pid,
    key: "",
    async send(messages) {
      const one = async (): Promise<string> => {
        const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST" });
        const id = await response.text();
        if (response.status !== 200) throw new Error(`${names[kind]} refused a message: ${response.status}`);
        return id;
      };
      return Promise.all(Array.from({ length: messages }, one));
    },
    [Symbol.asyncDispose]: () => worker[Symbol.asyncDispose](),
  };
}
