/** A store on a database of its own, with a team to work on, for tests of what happens under the team's lock. */
import { randomBytes } from "node:crypto";
import type { OpenWaitInput, WaitAnswer } from "@agentpass/shared/agent-api";
import { openWaitInput } from "@agentpass/shared/agent-api";
import type { E164 } from "@agentpass/shared/phone-number";
import { ensureNumbers, ensureTeam } from "../../server/src/actions/first-start.ts";
import { acceptInvitation } from "../../server/src/actions/accept-invitation.ts";
import { createKey } from "../../server/src/actions/create-key.ts";
import { invite } from "../../server/src/actions/invitations.ts";
import { getNumber } from "../../server/src/actions/get-number.ts";
import { openWait } from "../../server/src/actions/open-wait.ts";
import { settleWait } from "../../server/src/actions/settle-wait.ts";
import { signIn } from "../../server/src/actions/sign-in.ts";
import { createRefusals, type Refusals } from "../../server/src/actions/refusals.ts";
import { storeInbound } from "../../server/src/actions/store-inbound.ts";
import { generateMasterKey, parseKeyRing } from "../../server/src/crypto/key-ring.ts";
import type { AdminViewer, AgentViewer, PersonViewer, Role } from "../../server/src/domain/access.ts";
import type { InboundSms, StoreOutcome } from "../../server/src/domain/inbound-sms.ts";
import { createLimits } from "../../server/src/domain/limits.ts";
import type { AuditHeads, KnownHead } from "../../server/src/ops/audit-heads.ts";
import { openPool } from "../../server/src/store/database.ts";
import { createFreshAnswers } from "../../server/src/store/fresh-answers.ts";
import { createReceiptNotes } from "../../server/src/store/receipt-notes.ts";
import type { Store } from "../../server/src/store/store.ts";
import { withTeam } from "../../server/src/store/with-team.ts";
import { testDatabase, type TestDatabase } from "./test-database.ts";

export interface TestStore extends AsyncDisposable {
  store: Store;
  database: TestDatabase;
  teamId: string;
  admin: AdminViewer;
  refusals: Refusals;
  /** The hints that commits have sent. */
  wakeUps: string[];
  /** The admin's. */
  ownerKey: string;
  /** As AGENTPASS_MASTER_KEY has them. */
  masterKeys: string;
  /** Moves the store's clock. */
  advance(ms: number): void;
  /** An agent of this name with a key of its own. */
  agent(name: string): Promise<TestAgent>;
  /** A member of this role, let in by an invitation with one device. */
  person(name: string, role: Role): Promise<TestPerson>;
  /** The team's audit entries, oldest first. */
  audit(): Promise<{ action: string; actor: Record<string, unknown> }[]>;
  /** A message as it comes from the webhook; `body` and `to` are what tests vary. */
  sms(fields: Partial<InboundSms> & Pick<InboundSms, "to" | "body">): InboundSms;
  /** Stores one message. */
  receive(fields: Partial<InboundSms> & Pick<InboundSms, "to" | "body">): Promise<StoreOutcome>;
}

export interface TestPerson {
  viewer: PersonViewer;
  /** The device's. */
  key: string;
  memberId: string;
  deviceId: string;
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

function headsInMemory(): AuditHeads {
  const heads: KnownHead[] = [];
  return {
    keep: async (head) => void heads.push(head),
    of: async (teamId) => heads.filter((head) => head.teamId === teamId),
  };
}

export const newRequestId = (): string => randomBytes(12).toString("hex");

export const testNumbers: readonly E164[] = Array.from(
  { length: 10 },
  (_, index) => `+1555123${4567 + index}` as E164,
);

/**
 * A team with ten numbers: simulated ones, or in live mode Twilio's. `wakeUps` collects the hints that commits send;
 * `change` makes the store another one.
 */
export async function testStore(
  wakeUps: string[] = [],
  change: Partial<Store> = {},
  phoneNumbers = testNumbers,
): Promise<TestStore> {
  const database = await testDatabase();
  const app = openPool(database.connection, "agentpass_app", () => {});
  const ingest = openPool(database.connection, "agentpass_ingest", () => {});
  const masterKeys = generateMasterKey();
  const refusalErrors: unknown[] = [];
  let shift = 0;
  const store: Store = {
    app: app.db,
    ingest: ingest.db,
    ingestPool: ingest.pool,
    mode: "mock",
    pool: change.mode === "live" ? "real" : "mock",
    market: null,
    keyRing: parseKeyRing(masterKeys),
    clock: () => performance.timeOrigin + performance.now() + shift,
    freshAnswers: createFreshAnswers(() => performance.now()),
    knownAgents: new Map(),
    knownShares: new Map(),
    limits: createLimits(() => performance.now() + shift),
    receiptNotes: createReceiptNotes(),
    refusals: {
      note: (refusal) => refusals.note(refusal),
      noteSignIn: (named) => refusals.noteSignIn(named),
    },
    auditHeads: headsInMemory(),
    observe: () => {},
    wakeUp: (teamId) => wakeUps.push(teamId),
    ...change,
  };
  const refusals = createRefusals(store, (error) => refusalErrors.push(error));
  let ownerKey = "";
  const provider = store.mode === "mock" ? "mock" : "twilio";
  const { teamId } = await ensureTeam(store, {
    name: "Test",
    saveOwnerKey: async (key) => void (ownerKey = key),
  });
  await ensureNumbers(store, teamId, { provider, phoneNumbers });
  const admin = (await signIn(store, ownerKey)).viewer as AdminViewer;
  const sms: TestStore["sms"] = (fields) => ({
    provider,
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
    refusals,
    wakeUps,
    ownerKey,
    masterKeys,
    advance: (ms) => void (shift += ms),
    sms,
    receive: async (fields) => (await storeInbound(store, [sms(fields)]))[0] ?? "unknown_number",
    agent: async (name) => agentOf(store, await createKey(store, admin, { kind: "agent", name })),
    person: (name, role) => letIn(store, admin, { name, role }),
    audit: () =>
      withTeam(store, teamId, async (trx) => {
        const rows = await trx.selectFrom("audit").select("entry").orderBy("seq").execute();
        return rows.map(
          ({ entry }) => JSON.parse(entry) as { action: string; actor: Record<string, unknown> },
        );
      }),
    async [Symbol.asyncDispose]() {
      await refusals.settled();
      if (refusalErrors.length > 0) throw new AggregateError(refusalErrors, "refusals were not recorded");
      await Promise.all([app.db.destroy(), ingest.db.destroy()]);
      await database[Symbol.asyncDispose]();
    },
  };
}

/** A person with a device, by invitation. */
export async function letIn(
  store: Store,
  admin: AdminViewer,
  { name, role }: { name: string; role: Role },
): Promise<TestPerson> {
  const { link } = await invite(store, admin, { name, role, publicUrl: "" });
  const secret = link.split("/").at(-1) ?? "";
  const device = { deviceName: `${name}'s laptop`, platform: "linux" };
  const { key, memberId, deviceId } = await acceptInvitation(store, { secret, ...device }, "192.0.2.7");
  return { viewer: (await signIn(store, key)).viewer as PersonViewer, key, memberId, deviceId };
}

/** The holder of this agent's key, and what it does in tests. */
export async function agentOf(store: Store, { key }: { key: string }): Promise<TestAgent> {
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
