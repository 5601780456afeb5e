import type { GatewayKind } from "@agentpass/shared/gateway-api";
import type { E164 } from "@agentpass/shared/phone-number";
import { describe, expect, it } from "vitest";
import { testStore, received, type TestStore } from "../../../test/support/test-store.ts";
import { newKey } from "../crypto/token-hash.ts";
import type { AdminViewer } from "../domain/access.ts";
import { gatewayNamed } from "../store/gateways.ts";
import { insertKey } from "../store/keys.ts";
import { insertMember } from "../store/members.ts";
import { withTeam, withTeamLock } from "../store/with-team.ts";
import { addNumber } from "./add-number.ts";
import { addGateway, listGateways, rotateGatewaySecret } from "./gateways.ts";
import { getNumber } from "./get-number.ts";
import { poolStateOf } from "./pool-state.ts";
import { removeGateway } from "./remove-gateway.ts";
import { signIn } from "./sign-in.ts";
import { testGateway } from "./test-gateway.ts";

const publicUrl = "https://sms.example.com/agentpass";
const NUMBER = "+4915112345678" as E164;
const OTHER = "+4915112345679" as E164;

const live = (): Promise<TestStore> => testStore([], { mode: "live" });
const add = (t: TestStore, more: { name?: string; kind?: GatewayKind; secret?: string } = {}) =>
  addGateway(t.store, t.admin, { name: "my-phone", kind: "android-sms-gateway", ...more, publicUrl });
const number = (t: TestStore, phoneNumber: E164, more: { provider?: string; sim?: number } = {}) =>
  addNumber(t.store, t.admin, { phoneNumber, provider: "my-phone", ...more });
const secretsOf = async (t: TestStore, name = "my-phone"): Promise<string[] | undefined> =>
  (await gatewayNamed(t.store, name))?.secrets.map((secret) => secret.reveal());

describe("adding a gateway", () => {
  it("shows its secret once, with its address and what to set up", async () => {
    await using t = await live();
    const added = await add(t);
    expect(added).toMatchObject({
      name: "my-phone",
      kind: "android-sms-gateway",
      url: "https://sms.example.com/agentpass/webhook/gateway/my-phone",
      numbers: [],
      oldSecretUntil: null,
    });
    expect(added.secret).toMatch(/^[\w-]{43}$/);
    expect(added.steps.join("\n")).toContain(added.secret);
    expect(added.steps.join("\n")).toContain(added.url);
    const { secret: _, steps: __, ...shown } = added;
    expect(await listGateways(t.store, t.admin, { publicUrl })).toEqual([shown]);
    const given = await add(t, { name: "other", kind: "textbee", secret: "a-secret-of-our-own-choice" });
    expect(given.secret).toBe("a-secret-of-our-own-choice");
    expect(await secretsOf(t, "other")).toEqual(["a-secret-of-our-own-choice"]);
  });

  it("keeps its secret sealed, in no row, event or entry", async () => {
    await using t = await live();
    const { secret } = await add(t);
    const dump = await withTeam(t.store, t.teamId, async (trx) =>
      JSON.stringify({
        secrets: (await trx.selectFrom("gateway_secrets").selectAll().execute()).map(({ sealed }) =>
          sealed.toString("latin1"),
        ),
        gateways: await trx.selectFrom("gateways").selectAll().execute(),
        audit: await trx.selectFrom("audit").select("entry").execute(),
        events: await trx.selectFrom("events").selectAll().execute(),
      }),
    );
    expect(dump).not.toContain(secret);
    expect(await secretsOf(t)).toEqual([secret]);
    expect(t.wakeUps.length).toBeGreaterThan(0);
    expect((await t.audit()).at(-1)).toMatchObject({
      action: "gateway.added",
      actor: { kind: "admin" },
      after: { name: "my-phone", kind: "android-sms-gateway" },
    });
  });

  it("refuses a name that is taken, also by another team, of which nothing else is seen", async () => {
    await using t = await live();
    await add(t);
    await expect(add(t)).rejects.toThrow('there is a gateway "my-phone" already');
    const other = await secondTeam(t);
    await expect(
      addGateway(t.store, other, { name: "my-phone", kind: "textbee", publicUrl }),
    ).rejects.toThrow("already");
    expect(await listGateways(t.store, other, { publicUrl })).toEqual([]);
    await expect(removeGateway(t.store, other, { name: "my-phone" })).rejects.toThrow("there is no gateway");
    await expect(addNumber(t.store, other, { phoneNumber: NUMBER, provider: "my-phone" })).rejects.toThrow(
      'there is no gateway "my-phone"',
    );
    expect((await gatewayNamed(t.store, "my-phone"))?.teamId).toBe(t.teamId);
  });

  it("is for admins whose key holds", async () => {
    await using t = await live();
    const { viewer } = await t.person("Max", "member");
    await expect(
      addGateway(t.store, viewer as AdminViewer, { name: "x", kind: "textbee", publicUrl }),
    ).rejects.toThrow("You may not do this");
  });
});

/** Another team in the same database, by its owner. */
async function secondTeam(t: TestStore): Promise<AdminViewer> {
  const id = "018f0000-0000-7000-8000-0000000000aa";
  await withTeam(t.store, id, async (trx) => {
    await trx
      .insertInto("teams")
      .values({ id, name: "Other", epoch: "0000abcd", settings: "{}", created_at: "2026-11-22T12:00:00Z" })
      .execute();
  });
  let key = "";
  await withTeamLock(t.store, id, async (team) => {
    const memberId = await insertMember(team, { name: "Eve", role: "owner" });
    const secret = newKey("admin");
    await insertKey(team, { secret, kind: "admin", name: "owner", memberId });
    key = secret.text;
  });
  return (await signIn(t.store, key)).viewer as AdminViewer;
}

describe("a gateway's number", () => {
  it("needs a gateway that there is, and a server that has real numbers", async () => {
    await using t = await live();
    await expect(number(t, NUMBER, { provider: "nobody" })).rejects.toThrow(
      "add it first: pnpm agentpass gateway add nobody",
    );
    await using mock = await testStore();
    await add(mock);
    await expect(number(mock, NUMBER)).rejects.toThrow("AGENTPASS_MODE=gateway");
  });

  it("must be told apart from the gateway's others", async () => {
    await using t = await live();
    await add(t);
    await number(t, NUMBER, { sim: 1 });
    await expect(number(t, OTHER)).rejects.toThrow("in which slot");
    await expect(number(t, OTHER, { sim: 1 })).rejects.toThrow(`${NUMBER} is in slot 1`);
    await number(t, OTHER, { sim: 2 });
    expect((await listGateways(t.store, t.admin, { publicUrl }))[0]?.numbers).toEqual([
      { phoneNumber: NUMBER, sim: 1 },
      { phoneNumber: OTHER, sim: 2 },
    ]);
    await expect(
      addNumber(t.store, t.admin, { phoneNumber: "+12025550142" as E164, provider: "mock", sim: 1 }),
    ).rejects.toThrow("simulated");
  });

  it("is leased like any other real one, and brings its messages once, to its holder", async () => {
    await using t = await live();
    const { id } = await add(t);
    await number(t, NUMBER);
    const agent = await t.agent("agent");
    const leased = await getNumber(t.store, agent.viewer, { country: "DE" });
    expect(leased).toMatchObject({ phoneNumber: NUMBER, mode: "live" });
    const delivery = {
      to: NUMBER,
      body: "Your code is 482913",
      provider: "my-phone",
      account: id,
      providerMessageId: "Ey6ECgOkVVFjz3CL48B8C",
    };
    expect(await t.receive(delivery)).toBe("stored");
    expect(await t.receive(delivery)).toBe("repeat");
    expect(await t.receive({ ...delivery, provider: "other", providerMessageId: "x" })).toBe(
      "unknown_number",
    );
    const { message } = received(await agent.wait({ phoneNumber: NUMBER }));
    expect(message).toMatchObject({
      id: delivery.providerMessageId,
      otp: { code: "482913" },
      simulated: false,
    });
  });

  it("is all that is leased where there is no Twilio account", async () => {
    await using t = await testStore([], { mode: "live", pool: "gateways" });
    const agent = await t.agent("agent");
    await expect(getNumber(t.store, agent.viewer, {})).rejects.toThrow("no numbers at all");
    await add(t);
    await number(t, NUMBER);
    expect((await getNumber(t.store, agent.viewer, {})).phoneNumber).toBe(NUMBER);
    expect((await poolStateOf(t.store, t.admin)).counts).toMatchObject({ leased: 1, available: 0 });
    await expect(addNumber(t.store, t.admin, { phoneNumber: OTHER })).rejects.toThrow("name the gateway");
  });
});

describe("rotating a gateway's secret", () => {
  it("lets the old one hold for its overlap, and no third one beside", async () => {
    await using t = await live();
    const first = await add(t);
    const second = await rotateGatewaySecret(t.store, t.admin, {
      name: "my-phone",
      overlapMs: 60_000,
      publicUrl,
    });
    expect(await secretsOf(t)).toEqual([second.secret, first.secret]);
    expect(second.oldSecretUntil).not.toBeNull();
    const third = await rotateGatewaySecret(t.store, t.admin, {
      name: "my-phone",
      overlapMs: 60_000,
      publicUrl,
    });
    expect(await secretsOf(t)).toEqual([third.secret, second.secret]);
    t.advance(61_000);
    expect(await secretsOf(t)).toEqual([third.secret]);
    expect((await listGateways(t.store, t.admin, { publicUrl }))[0]?.oldSecretUntil).toBeNull();
    const atOnce = await rotateGatewaySecret(t.store, t.admin, { name: "my-phone", overlapMs: 0, publicUrl });
    expect(await secretsOf(t)).toEqual([atOnce.secret]);
    expect((await t.audit()).at(-1)).toMatchObject({ action: "gateway.secret_rotated" });
  });
});

describe("removing a gateway", () => {
  it("retires its numbers, ends their leases, forgets its secrets and refuses what it posts", async () => {
    await using t = await live();
    await add(t);
    await number(t, NUMBER, { sim: 1 });
    await number(t, OTHER, { sim: 2 });
    const agent = await t.agent("the agent");
    const { phoneNumber } = await getNumber(t.store, agent.viewer, { country: "DE" });
    await expect(removeGateway(t.store, t.admin, { name: "my-phone", ifNumbers: 1 })).rejects.toThrow(
      '"my-phone" has 2 numbers now, not 1',
    );
    const { retired } = await removeGateway(t.store, t.admin, { name: "my-phone", ifNumbers: 2 });
    const endedLeaseOf = "the agent";
    expect(retired).toEqual([
      phoneNumber === NUMBER ? { phoneNumber: NUMBER, endedLeaseOf } : { phoneNumber: NUMBER },
      phoneNumber === OTHER ? { phoneNumber: OTHER, endedLeaseOf } : { phoneNumber: OTHER },
    ]);
    expect(await gatewayNamed(t.store, "my-phone")).toBeNull();
    expect(await t.receive({ to: NUMBER, body: "x", provider: "my-phone" })).toBe("unknown_number");
    const kept = await withTeam(t.store, t.teamId, (trx) =>
      trx.selectFrom("gateway_secrets").selectAll().execute(),
    );
    expect(kept).toEqual([]);
    const actions = (await t.audit()).map(({ action }) => action);
    expect(actions.slice(-4)).toEqual(["lease.ended", "number.retired", "number.retired", "gateway.removed"]);
  });

  it("frees its name, under which a retired number can come back", async () => {
    await using t = await live();
    const before = await add(t);
    await number(t, NUMBER);
    await removeGateway(t.store, t.admin, { name: "my-phone" });
    const after = await add(t);
    expect(after.id).not.toBe(before.id);
    expect(after.numbers).toEqual([]);
    expect(await number(t, NUMBER)).toMatchObject({ state: "available", provider: "my-phone" });
  });
});

describe("testing a gateway", () => {
  const test = (t: TestStore, more: object = {}) => {
    const posted: { url: string; body: string }[] = [];
    const outcome = testGateway(t.store, t.admin, {
      name: "my-phone",
      from: "GitHub",
      body: "Your code is 482913",
      publicUrl,
      post: async (url, { body }) => {
        posted.push({ url, body });
        return { status: 200, body: '{"status":"accepted"}' };
      },
      ...more,
    });
    return outcome.then((tested) => ({ tested, posted }));
  };

  it("posts a delivery to the public address, for one of the gateway's numbers", async () => {
    await using t = await live();
    await add(t);
    await expect(test(t)).rejects.toThrow("has no number yet");
    await number(t, NUMBER, { sim: 1 });
    const { tested, posted } = await test(t);
    expect(tested).toMatchObject({ taken: true, httpStatus: 200, to: NUMBER, url: posted[0]?.url });
    expect(posted[0]?.url).toBe(`${publicUrl}/webhook/gateway/my-phone`);
    expect(JSON.parse(posted[0]?.body ?? "")).toMatchObject({
      id: tested.messageId,
      payload: { message: "Your code is 482913", sender: "GitHub", simNumber: 1 },
    });
    await number(t, OTHER, { sim: 2 });
    await expect(test(t)).rejects.toThrow(`"my-phone" has ${NUMBER}, ${OTHER}; say which`);
    await expect(test(t, { to: "+12025550100" })).rejects.toThrow("is no number of");
    expect((await test(t, { to: OTHER })).tested.to).toBe(OTHER);
    expect((await t.audit()).at(-1)).toMatchObject({ action: "gateway.tested" });
  });

  it("says what stood in its way", async () => {
    await using t = await live();
    await add(t);
    await number(t, NUMBER);
    const answered = async (status: number, body: string) =>
      (await test(t, { post: async () => ({ status, body }) })).tested;
    expect(await answered(200, "<html>a parked domain</html>")).toMatchObject({
      taken: false,
      answer: expect.stringContaining("Something else than an AgentPass server"),
    });
    expect(await answered(403, '{"problem":{"message":"There is no gateway."}}')).toMatchObject({
      taken: false,
      httpStatus: 403,
      answer: "There is no gateway.",
    });
    const refused = new TypeError("fetch failed", {
      cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
    });
    expect((await test(t, { post: () => Promise.reject(refused) })).tested).toMatchObject({
      taken: false,
      httpStatus: null,
      answer: expect.stringMatching(/Nobody answered.*ECONNREFUSED.*AGENTPASS_API_URL/),
    });
  });
});
