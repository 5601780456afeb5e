/** A store on a database of its own, with a team to work on, for tests of what happens under the team's lock. */
import { randomBytes } from "node:crypto";
import type { OpenWaitInput, WaitAnswer } from "@agentpass/shared/agent-api";
import { openWaitInput } from "@agentpass/shared/agent-api";
import type { E164 } from "@agentpass/shared/phone-number";
import { ensureNumbers, ensureTeam } from "../../server/src/actions/first-start.ts";
import { createKey } from "../../server/src/actions/keys.ts";
import { getNumber } from "../../server/src/actions/get-number.ts";
import { openWait } from "../../server/src/actions/open-wait.ts";
import { settleWait } from "../../server/src/actions/settle-wait.ts";
import { signIn } from "../../server/src/actions/sign-in.ts";
import { storeInbound } from "../../server/src/actions/store-inbound.ts";
import { generateMasterKey, parseKeyRing } from "../../server/src/crypto/key-ring.ts";
import type { AdminViewer, AgentViewer } from "../../server/src/domain/access.ts";
import type { InboundSms, StoreOutcome } from "../../server/src/domain/inbound-sms.ts";
import { createLimits } from "../../server/src/domain/limits.ts";
import { openPool } from "../../server/src/store/database.ts";
import { createFreshAnswers } from "../../server/src/store/fresh-answers.ts";
import type { Store } from "../../server/src/store/store.ts";
import { testDatabase, type TestDatabase } from "./test-database.ts";

export interface TestStore extends AsyncDisposable {
  store: Store;
  database: TestDatabase;
  teamId: string;
  admin: AdminViewer;
  /** The hints that commits have sent. */
  wakeUps: string[];
  /** The admin's. */
  ownerKey: string;
  /** Moves the store's clock. */
  advance(ms: number): void;
  /** An agent of this name with a key of its own. */
  agent(name: string): Promise<TestAgent>;
  /** A message as it comes from the webhook; `body` and `to` are what tests vary. */
  sms(fields: Partial<InboundSms> & Pick<InboundSms, "to" | "body">): InboundSms;
  /** Stores one message. */
  receive(fields: Partial<InboundSms> & Pick<InboundSms, "to" | "body">): Promise<StoreOutcome>;
}

export interface TestAgent {
  viewer: AgentViewer;
  key: string;
  number(passportId?: string): Promise<E164>;
  wait(input: Partial<OpenWaitInput> & { phoneNumber: string }): Promise<WaitAnswer>;
  settle(
    requestId: string,
    action: "park" | "timeout" | "cancel" | "confirm" | "give_back",
  ): Promise<WaitAnswer>;
}

export const newRequestId = (): string => randomBytes(12).toString("hex");

export const testNumbers: readonly E164[] = Array.from(
  { length: 10 },
  (_, index) => `+1555123${4567 + index}` as E164,
);

/** A team with ten mock numbers. `wakeUps` collects the hints that commits send. */
export async function testStore(wakeUps: string[] = []): Promise<TestStore> {
  const database = await testDatabase();
  const app = openPool(database.connection, "agentpass_app", () => {});
  const ingest = openPool(database.connection, "agentpass_ingest", () => {});
  let shift = 0;
  const store: Store = {
    app: app.db,
    ingest: ingest.db,
    ingestPool: ingest.pool,
    mode: "mock",
    keyRing: parseKeyRing(generateMasterKey()),
    clock: () => performance.timeOrigin + performance.now() + shift,
    freshAnswers: createFreshAnswers(() => performance.now()),
    knownAgents: new Map(),
    limits: createLimits(() => performance.now() + shift),
    wakeUp: (teamId) => wakeUps.push(teamId),
  };
  let ownerKey = "";
  const { teamId } = await ensureTeam(store, {
    name: "Test",
    saveOwnerKey: async (key) => void (ownerKey = key),
  });
  await ensureNumbers(store, teamId, { provider: "mock", phoneNumbers: testNumbers });
  const admin = (await signIn(store, ownerKey)).viewer as AdminViewer;
  const sms: TestStore["sms"] = (fields) => ({
    provider: "mock",
    account: "AC00000000000000000000000000000000",
    providerMessageId: `SM${randomBytes(16).toString("hex")}`,
    from: "+12025550123",
    media: [],
    providerAt: store.clock(),
    receivedAt: store.clock(),
    ...fields,
  });
  return {
    store,
    database,
    teamId,
    admin,
    wakeUps,
    ownerKey,
    advance: (ms) => void (shift += ms),
    sms,
    receive: async (fields) => (await storeInbound(store, [sms(fields)]))[0] ?? "unknown_number",
    agent: async (name) => testAgent(store, await createKey(store, admin, { kind: "agent", name })),
    async [Symbol.asyncDispose]() {
      await Promise.all([app.db.destroy(), ingest.db.destroy()]);
      await database[Symbol.asyncDispose]();
    },
  };
}

/** The holder of this agent's key, and what it does in tests. */
export async function testAgent(store: Store, { key }: { key: string }): Promise<TestAgent> {
  const viewer = (await signIn(store, key)).viewer as AgentViewer;
  return {
    viewer,
    key,
    number: async (passportId) =>
      (await getNumber(store, viewer, passportId === undefined ? {} : { passportId })).phoneNumber as E164,
    wait: (input) =>
      openWait(
        store,
        viewer,
        openWaitInput.parse({ requestId: newRequestId(), timeoutMs: 30_000, ...input }),
      ),
    settle: (requestId, action) => settleWait(store, viewer, { requestId, action }),
  };
}

/** The message of an answer, or a failure that says what came instead. */
export function received(answer: WaitAnswer): Extract<WaitAnswer, { status: "received" }> {
  if (answer.status !== "received")
    throw new Error(`expected an answer with a message, got ${JSON.stringify(answer)}`);
  return answer;
}
