import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MOCK_CREDENTIALS_FILE, OWNER_KEY_FILE, type MockCredentials } from "@agentpass/shared/local-files";
import { Secret } from "@agentpass/shared/secret";
import { Client } from "pg";
import { serverClient, type ServerClient } from "../../server/src/cli/server-client.ts";
import { deliver, newMessageSid, smsForm, type Delivery } from "../../server/src/cli/signed-sms.ts";
import type { Config } from "../../server/src/config/config.ts";
import { generateMasterKey } from "../../server/src/crypto/key-ring.ts";
import { describeError } from "../../server/src/ops/log-error.ts";
import type { LogFields } from "../../server/src/ops/logger.ts";
import { openDatabase } from "../../server/src/start/open-database.ts";
import { startServer, type RunningServer } from "../../server/src/wire.ts";
import { TcpProxy } from "./tcp-proxy.ts";
import { testDatabase, type TestDatabase } from "./test-database.ts";

/** An agent with a key, a number, and the API as it sees it. */
export interface DeployedAgent {
  key: Secret;
  keyId: string;
  phoneNumber: string;
  api: ServerClient;
}

interface DeploymentOptions {
  apiUrl?: string | null;
  masterKeys?: string;
  change?: Partial<Config>;
}

/** Real servers in mock mode on one database of their own, in this process. */
export class Deployment implements AsyncDisposable {
  readonly database: TestDatabase;
  readonly nodes: DeployedNode[] = [];
  /** What the servers logged, from "warn" on. */
  readonly logged: string[] = [];
  readonly #dataFolder = mkdtempSync(join(tmpdir(), "agentpass-test-"));
  /** AGENTPASS_MASTER_KEY of the nodes that are added from now on. */
  masterKeys: Secret;
  readonly #apiUrl: string | null;
  readonly #change: Partial<Config>;

  private constructor(
    database: TestDatabase,
    { apiUrl = null, masterKeys = generateMasterKey(), change = {} }: DeploymentOptions = {},
  ) {
    this.database = database;
    this.#apiUrl = apiUrl;
    this.masterKeys = new Secret(masterKeys);
    this.#change = change;
  }

  /** One server on a database that is there already, and that it drops in the end. */
  static async on(database: TestDatabase, masterKeys: string): Promise<Deployment> {
    const deployment = new Deployment(database, { masterKeys });
    await deployment.addNode();
    return deployment;
  }

  /** `change`: what is to be set otherwise than in these tests. */
  static async start(nodes = 1, change: Partial<Config> = {}): Promise<Deployment> {
    const deployment = new Deployment(await testDatabase(), { change });
    for (let node = 0; node < nodes; node += 1) await deployment.addNode();
    return deployment;
  }

  /** One server, whose clients come through a proxy that can lose their connections. */
  static async behindProxy(): Promise<
    { ours: Deployment; proxy: TcpProxy; socketUrl: string } & AsyncDisposable
  > {
    const proxy = await TcpProxy.start();
    const ours = new Deployment(await testDatabase(), { apiUrl: `http://127.0.0.1:${proxy.port}` });
    const node = await ours.addNode();
    proxy.target = { host: "127.0.0.1", port: node.port };
    return {
      ours,
      proxy,
      socketUrl: `ws://127.0.0.1:${proxy.port}/trpc`,
      async [Symbol.asyncDispose]() {
        await ours[Symbol.asyncDispose]();
        await proxy[Symbol.asyncDispose]();
      },
    };
  }

  get node(): DeployedNode {
    const [first] = this.nodes;
    if (!first) throw new Error("this deployment has no server");
    return first;
  }

  /** Starts one more server, which may reach the database by another address. */
  async addNode(databaseUrl = this.database.url): Promise<DeployedNode> {
    const log = (event: string, { err, ...fields }: LogFields = {}): void =>
      void this.logged.push(`${event} ${JSON.stringify({ ...fields, err: err && describeError(err) })}`);
    const logger = { debug() {}, info() {}, warn: log, error: log };
    const config: Config = {
      mode: "mock",
      modeReason: "a test",
      host: "127.0.0.1",
      port: 0,
      apiUrl: this.#apiUrl,
      trustedProxies: [],
      dataFolder: this.#dataFolder,
      bridgeVariables: {},
      databaseUrl: new Secret(databaseUrl),
      masterKeys: this.masterKeys,
      twilio: null,
      webhookSecret: null,
      metricsPort: null,
      metricsKey: null,
      alertWebhookUrl: null,
      traces: null,
      nats: null,
      logLevel: "silent",
      ...this.#change,
    };
    const server = await startServer(config, logger, await openDatabase(config, logger, () => {}));
    const node = new DeployedNode(server, {
      apiUrl: this.#apiUrl,
      credentials: () => this.#read(MOCK_CREDENTIALS_FILE),
    });
    this.nodes.push(node);
    return node;
  }

  get owner(): Secret {
    return new Secret(this.#read(OWNER_KEY_FILE).trim());
  }

  get admin(): ServerClient {
    return apiOf(this.node, this.owner);
  }

  /** The API as the holder of this key sees it. */
  apiOf(key: string): ServerClient {
    return apiOf(this.node, new Secret(key));
  }

  async agent(name = "an agent"): Promise<DeployedAgent> {
    const { key: text, id: keyId } = await this.admin.key.create.mutate({ kind: "agent", name });
    const key = new Secret(text);
    const api = apiOf(this.node, key);
    const { phoneNumber } = await api.agent.getNumber.mutate({});
    return { key, keyId, phoneNumber, api };
  }

  /** As the database's superuser, beside the servers. */
  async sql(statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    const client = new Client(this.database.connection);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(statement, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** Ends every connection that the servers have, as a restart of PostgreSQL does. */
  async cutDatabaseConnections(): Promise<number> {
    const rows = await this.#asPostgres(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()",
      [this.database.connection.database],
    );
    return rows.length;
  }

  /** Refuses every connection to the database, and cuts those that there are, until it is let in again. */
  async databaseAway(): Promise<void> {
    await this.#asPostgres(
      `update pg_database set datallowconn = false where datname = '${this.database.connection.database}'`,
    );
    await this.cutDatabaseConnections();
  }

  async databaseBack(): Promise<void> {
    await this.#asPostgres(
      `update pg_database set datallowconn = true where datname = '${this.database.connection.database}'`,
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const node of this.nodes) await node.stop();
    await this.database[Symbol.asyncDispose]();
    rmSync(this.#dataFolder, { recursive: true, force: true });
  }

  async #asPostgres(statement: string, values: unknown[] = []): Promise<unknown[]> {
    const client = new Client({ ...this.database.connection, database: "postgres" });
    await client.connect();
    try {
      return (await client.query(statement, values)).rows;
    } finally {
      await client.end();
    }
  }

  #read(file: string): string {
    return readFileSync(join(this.#dataFolder, file), "utf8");
  }
}

export class DeployedNode {
  readonly #server: RunningServer;
  readonly #options: { apiUrl: string | null; credentials: () => string };

  constructor(server: RunningServer, options: { apiUrl: string | null; credentials: () => string }) {
    this.#server = server;
    this.#options = options;
  }

  get url(): string {
    return this.#server.localUrl;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Of the tRPC API. */
  get socketUrl(): string {
    return `${this.url.replace("http", "ws")}/trpc`;
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** Delivers a signed SMS to this node's webhook. Gives the HTTP status. */
  async sms(to: string, body: string): Promise<number> {
    return (await deliver(this.signedSms(to, body))).status;
  }

  /** An SMS to this node's webhook, for `deliver`; delivered twice it is a repeat. */
  signedSms(to: string, body: string): Delivery {
    const { accountSid, authToken } = JSON.parse(this.#options.credentials()) as MockCredentials;
    const path = "/webhook/sms-received";
    const signedUrl = `${this.#options.apiUrl ?? this.url}${path}`;
    const form = smsForm({ from: "+12025550123", to, body }, { accountSid, messageSid: newMessageSid() });
    const sender = { accountSid, authToken: new Secret(authToken), webhookSecret: null };
    return { url: `${this.url}${path}`, signedUrl, form, sender };
  }
}

function apiOf(node: DeployedNode, key: Secret): ServerClient {
  return serverClient({ url: node.url, key });
}
