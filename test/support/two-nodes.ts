import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { AppRouter } from "@agentpass/shared/api";
import type { TRPCClient } from "@trpc/client";
import { Client } from "pg";
import { startEmbeddedPostgres } from "../../server/src/store/embedded-postgres.ts";
import { apiClient } from "./api-client.ts";
import { RunningServer } from "./running-server.ts";

export interface TwoNodes extends AsyncDisposable {
  nodes: readonly [RunningServer, RunningServer];
  /** Where their PostgreSQL lies, for those who kill it. */
  databaseFolder: string;
  /** A connection of the test's own to their database. */
  database: Client;
  /** A new agent's environment for a bridge on one of the nodes. */
  agentOn(node: RunningServer, name: string): Promise<Record<string, string>>;
}

/** Two servers in Twilio mode on one durable PostgreSQL, each with a data folder of its own, behind one public URL. */
export async function startTwoNodes(): Promise<TwoNodes> {
  const folder = await mkdtemp(path.join(tmpdir(), "agentpass-shared-"));
  await chmod(folder, 0o711);
  const postgres = await startEmbeddedPostgres({ dataFolder: folder });
  const { host, port, user, database: name } = postgres.connection;
  const password = postgres.connection.password.reveal();
  const database = new Client({ host, port, user, password, database: name });
  database.on("error", () => {});
  await database.connect();
  const sender = {
    accountSid: `AC${randomBytes(16).toString("hex")}`,
    authToken: randomBytes(16).toString("hex"),
  };
  const env = {
    DATABASE_URL: `postgresql://${user}:${encodeURIComponent(password)}@/${name}?host=${encodeURIComponent(host)}&port=${port}`,
    AGENTPASS_MASTER_KEY: `k1:${randomBytes(32).toString("base64")}`,
    AGENTPASS_API_URL: "https://sms.example.com/agents",
    TWILIO_ACCOUNT_SID: sender.accountSid,
    TWILIO_AUTH_TOKEN: sender.authToken,
    // One for each test: a number rests for a day once it was released.
    TWILIO_PHONE_NUMBERS: Array.from({ length: 8 }, (_, index) => `+1212555010${index}`).join(","),
  };
  const end = async (): Promise<void> => {
    await database.end();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const nodes = await Promise.all([
    RunningServer.start({ env, sender }),
    RunningServer.start({ env, sender }),
  ]).catch(async (error: unknown) => {
    await end();
    throw error;
  });
  const admin = (): TRPCClient<AppRouter> => {
    const [one, other] = nodes;
    // Whichever made the team has the owner's key.
    return apiClient(one.url, one.hasOwnerKey ? one.ownerKey : other.ownerKey);
  };
  return {
    nodes,
    databaseFolder: folder,
    database,
    async agentOn(node, name) {
      const { key } = await admin().key.create.mutate({ kind: "agent", name });
      return { ...node.environment, AGENTPASS_API_URL: node.url, AGENTPASS_API_KEY: key };
    },
    async [Symbol.asyncDispose]() {
      for (const node of nodes) await node[Symbol.asyncDispose]();
      await end();
    },
  };
}
