import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { E164 } from "@agentpass/shared/phone-number";
import type { AppRouter } from "@agentpass/shared/api";
import type { TRPCClient } from "@trpc/client";
import { Client } from "pg";
import { startEmbeddedPostgres } from "../../server/src/store/embedded-postgres.ts";
import { apiClient } from "./api-client.ts";
import { RunningServer } from "./running-server.ts";
import { startTwilioEmulator, type TwilioEmulator } from "./twilio-emulator.ts";

export interface TwoNodes extends AsyncDisposable {
  nodes: readonly [RunningServer, RunningServer];
  /** Where their PostgreSQL lies, for those who kill it. */
  databaseFolder: string;
  /** A connection of the test's own to their database. */
  database: Client;
  /** The account whose numbers they have. */
  twilio: TwilioEmulator;
  /** The API as the owner sees it on a node. */
  admin(node: RunningServer): TRPCClient<AppRouter>;
  /** A new agent's environment for a bridge on one of the nodes. */
  agentOn(node: RunningServer, name: string): Promise<Record<string, string>>;
}

/** One for each test: a number rests for a day once it was released. */
const eightNumbers = Array.from({ length: 8 }, (_, index) => `+1212555010${index}` as E164);

/**
 * Two servers in Twilio mode on one durable PostgreSQL, each with a data folder of its own, behind one public URL.
 * `settings`: added to the environment of both.
 */
export async function startTwoNodes(
  numbers: readonly E164[] = eightNumbers,
  settings: Readonly<Record<string, string>> = {},
): Promise<TwoNodes> {
  const folder = await mkdtemp(path.join(tmpdir(), "agentpass-shared-"));
  await chmod(folder, 0o711);
  const postgres = await startEmbeddedPostgres({ dataFolder: folder });
  const { host, port, user, database: name } = postgres.connection;
  const password = postgres.connection.password.reveal();
  const database = new Client({ host, port, user, password, database: name });
  database.on("error", () => {});
  await database.connect();
  const twilio = await startTwilioEmulator({ numbers });
  const sender = { accountSid: twilio.accountSid, authToken: twilio.authToken };
  const env = {
    DATABASE_URL: `postgresql://${user}:${encodeURIComponent(password)}@/${name}?host=${encodeURIComponent(host)}&port=${port}`,
    AGENTPASS_MASTER_KEY: `k1:${randomBytes(32).toString("base64")}`,
    AGENTPASS_API_URL: "https://sms.example.com/agents",
    TWILIO_ACCOUNT_SID: sender.accountSid,
    TWILIO_AUTH_TOKEN: sender.authToken,
    TWILIO_PHONE_NUMBERS: numbers.join(","),
    TWILIO_API_BASE_URL: twilio.url,
    ...settings,
  };
  const end = async (): Promise<void> => {
    await twilio.close();
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
  const admin = (node: RunningServer): TRPCClient<AppRouter> => {
    const [one, other] = nodes;
    // Whichever made the team has the owner's key.
    return apiClient(node.url, one.hasOwnerKey ? one.ownerKey : other.ownerKey);
  };
  return {
    nodes,
    databaseFolder: folder,
    database,
    twilio,
    admin,
    async agentOn(node, name) {
      const { key } = await admin(node).key.create.mutate({ kind: "agent", name });
      return { ...node.environment, AGENTPASS_API_URL: node.url, AGENTPASS_API_KEY: key };
    },
    async [Symbol.asyncDispose]() {
      for (const node of nodes) await node[Symbol.asyncDispose]();
      await end();
    },
  };
}
