/** Two teams with people, agents and a canary in every message, for tests of who sees what. */
import { randomBytes, randomUUID } from "node:crypto";
import type { E164 } from "@agentpass/shared/phone-number";
import { createAgent, setAgentLimits, setAgentPolicy } from "../../server/src/actions/agents.ts";
import { createKey } from "../../server/src/actions/create-key.ts";
import { ensureNumbers } from "../../server/src/actions/first-start.ts";
import { addGateway } from "../../server/src/actions/gateways.ts";
import { revokeKey } from "../../server/src/actions/keys.ts";
import { signIn } from "../../server/src/actions/sign-in.ts";
import { newKey } from "../../server/src/crypto/token-hash.ts";
import type { AdminViewer, PersonViewer } from "../../server/src/domain/access.ts";
import { insertKey } from "../../server/src/store/keys.ts";
import { insertMember } from "../../server/src/store/members.ts";
import { insertTeam } from "../../server/src/store/teams.ts";
import { withTeam, withTeamLock } from "../../server/src/store/with-team.ts";
import {
  agentOf,
  letIn,
  newRequestId,
  testNumbers,
  testStore,
  type TestAgent,
  type TestStore,
} from "./test-store.ts";

/** One of everything that an input can name. */
export interface Named {
  number: string;
  agent: string;
  member: string;
  device: string;
  key: string;
  /** The provider's id. */
  message: string;
  /** Ours. */
  messageId: string;
  /** A message of ours about which a person is asked. */
  question: string;
  lease: string;
  request: string;
  /** A gateway's name. */
  gateway: string;
  name: string;
}

/** `asked`: the agent of Ann's about which she is asked. */
export const owners = ["ann", "asked", "bob", "otherTeam", "invented"] as const;
export type Owner = (typeof owners)[number];

export interface Caller {
  key: string | null;
  /** Whose messages' canaries it may be shown. */
  maySee: readonly string[];
}

export interface AccessWorld extends AsyncDisposable {
  t: TestStore;
  /** Texts that stand in one message only, by whose message it is. */
  canaries: Record<string, readonly string[]>;
  callers: Record<string, Caller>;
  ids: Record<Owner, Named>;
  otherTeamId: string;
}

const OTHER_NUMBER = "+15557654321" as E164;

/** Ann has the agents a1 and a2 (about a2 she is asked), Bob, an admin, has b1, the owner o1 and o2; Carl has none. */
export async function accessWorld(): Promise<AccessWorld> {
  const t = await testStore();
  const { store, admin } = t;
  const ann = await t.person("Ann", "member");
  const bob = await t.person("Bob", "admin");
  const carl = await t.person("Carl", "member");
  const agentFor = async (person: PersonViewer, name: string) => {
    const agent = await agentOf(store, await createAgent(store, person, { name }));
    await setAgentLimits(store, admin, { agent: name, callsPerMinute: 1_000_000 });
    return agent;
  };
  const other = await otherTeam(t);
  const agents = {
    a1: await agentFor(ann.viewer, "a1"),
    a2: await agentFor(ann.viewer, "a2"),
    b1: await agentFor(bob.viewer, "b1"),
    o1: await agentFor(admin, "o1"),
    o2: await agentFor(admin, "o2"),
    other: other.agent,
  };
  await addGateway(store, admin, { name: "our-phone", kind: "textbee", publicUrl: "" });
  await addGateway(store, other.owner, { name: "their-phone", kind: "textbee", publicUrl: "" });
  await setAgentPolicy(store, ann.viewer, { agent: "a2", policy: "ask" });
  const canaries: Record<string, string[]> = {};
  const named: Record<string, Named> = {};
  for (const [name, agent] of Object.entries(agents)) {
    const phoneNumber = await agent.number();
    const request = newRequestId();
    // Of the one that is asked about a wait takes hold; the others' messages lie there.
    if (name === "a2") await agent.wait({ phoneNumber, requestId: request });
    const { message, texts } = await canary(t, phoneNumber);
    if (name !== "a2") await agent.wait({ phoneNumber, requestId: request, mode: "peek" });
    canaries[name] = texts;
    named[name] = await namesOf(t, agent, { phoneNumber, request, message, name });
  }
  canaries["nobody"] = (await canary(t, testNumbers[9] as E164)).texts;
  const bobsKey = await createKey(store, admin, { kind: "admin", name: "bob's", member: "Bob" });
  const revoked = await createKey(store, ann.viewer, { kind: "agent", name: "a1" });
  await revokeKey(store, admin, { id: revoked.id });
  const team = ["a1", "b1", "o1", "o2", "nobody"];
  const key = (agent: TestAgent) => agent.key;
  return {
    t,
    canaries,
    callers: {
      nobody: { key: null, maySee: [] },
      "a revoked key": { key: revoked.key, maySee: [] },
      "Ann's agent a1": { key: key(agents.a1), maySee: ["a1"] },
      "Ann's agent a2, about which she is asked": { key: key(agents.a2), maySee: [] },
      "Bob's agent b1": { key: key(agents.b1), maySee: ["b1"] },
      "Ann's device": { key: ann.key, maySee: ["a1", "a2"] },
      "the device of Bob, an admin": { key: bob.key, maySee: ["b1"] },
      "Carl's device": { key: carl.key, maySee: [] },
      "Bob's admin key": { key: bobsKey.key, maySee: team },
      "the owner's key": { key: t.ownerKey, maySee: team },
      "another team's owner": { key: other.ownerKey, maySee: ["other"] },
      "another team's agent": { key: key(other.agent), maySee: ["other"] },
    },
    ids: {
      ann: {
        ...(named["a1"] as Named),
        question: named["a2"]?.messageId ?? "",
        member: ann.memberId,
        device: ann.deviceId,
        name: "Ann",
      },
      asked: { ...(named["a2"] as Named), member: ann.memberId, device: ann.deviceId, name: "Ann" },
      bob: { ...(named["b1"] as Named), member: bob.memberId, device: bob.deviceId, name: "Bob" },
      otherTeam: {
        ...(named["other"] as Named),
        member: other.person.memberId,
        device: other.person.deviceId,
        gateway: "their-phone",
        name: "Zoe",
      },
      invented: inventedNames(),
    },
    otherTeamId: other.teamId,
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

async function otherTeam(t: TestStore) {
  const { store } = t;
  const teamId = randomUUID();
  await withTeam(store, teamId, (trx) =>
    insertTeam(trx, { id: teamId, name: "Other", epoch: "0a0b0c0d", now: store.clock() }),
  );
  const secret = newKey("admin");
  await withTeamLock(store, teamId, async (team) => {
    const memberId = await insertMember(team, { name: "Owner", role: "owner" });
    await insertKey(team, { secret, kind: "admin", name: "owner", memberId });
  });
  await ensureNumbers(store, teamId, { provider: "mock", phoneNumbers: [OTHER_NUMBER] });
  const owner = (await signIn(store, secret.text)).viewer as AdminViewer;
  const person = await letIn(store, owner, { name: "Zoe", role: "member" });
  const agent = await agentOf(store, await createAgent(store, owner, { name: "other" }));
  await setAgentLimits(store, owner, { agent: "other", callsPerMinute: 1_000_000 });
  return { teamId, ownerKey: secret.text, owner, person, agent };
}

/** Stores a message that can be told from every other. */
async function canary(t: TestStore, to: E164): Promise<{ message: string; texts: string[] }> {
  const code = String(1_000_000 + (randomBytes(3).readUIntBE(0, 3) % 8_999_999)).slice(-7);
  const word = `canary${randomBytes(6).toString("hex")}`;
  const sms = t.sms({ to, body: `Your code is ${code}. ${word}` });
  await t.receive(sms);
  return { message: sms.providerMessageId, texts: [code, word] };
}

async function namesOf(
  t: TestStore,
  { viewer }: TestAgent,
  {
    phoneNumber,
    request,
    message,
    name,
  }: { phoneNumber: string; request: string; message: string; name: string },
): Promise<Named> {
  const [lease, stored] = await withTeam(t.store, viewer.teamId, async (trx) => [
    await trx
      .selectFrom("leases")
      .select("id")
      .where("agent_id", "=", viewer.agentId)
      .executeTakeFirstOrThrow(),
    await trx
      .selectFrom("messages")
      .select("id")
      .where("provider_message_id", "=", message)
      .executeTakeFirstOrThrow(),
  ]);
  return {
    number: phoneNumber,
    agent: viewer.agentId,
    member: viewer.memberId,
    device: "",
    key: viewer.keyId,
    message,
    messageId: stored.id,
    question: stored.id,
    lease: lease.id,
    request,
    gateway: "our-phone",
    name,
  };
}

const inventedNames = (): Named => ({
  number: "+15559876543",
  agent: "019b0000-0000-7000-8000-00000000000a",
  member: "019b0000-0000-7000-8000-00000000000b",
  device: "019b0000-0000-7000-8000-00000000000c",
  key: "019b0000-0000-7000-8000-00000000000d",
  message: `SM${"0f".repeat(16)}`,
  messageId: "019b0000-0000-7000-8000-00000000000e",
  question: "019b0000-0000-7000-8000-00000000000f",
  lease: "019b0000-0000-7000-8000-000000000010",
  request: "invented-request",
  gateway: "nobodys-phone",
  name: "Nobody",
});
