/** F1 and F2: no 2xx without a commit, and one row of a message, wherever its way to the database or back is cut. */
import { request } from "node:http";
import { expect, test } from "vitest";
import { deliver, twilioSignature, type Delivery } from "../../server/src/cli/signed-sms.ts";
import { BackendKiller, type KillingPlace } from "../support/backend-killer.ts";
import { addressOf, urlThrough } from "../support/database-proxy.ts";
import { Deployment } from "../support/deployment.ts";
import { RawSocket } from "../support/raw-socket.ts";
import { verifies } from "../support/verifies.ts";

const SOON = { timeout: 20_000, interval: 5 };
/** As the connections that store SMS are named. */
const STORING = "agentpass_ingest";

/** What the database has of a message. */
async function storedOf(ours: Deployment, { form }: Delivery): Promise<Record<string, unknown> | undefined> {
  const [counts] = await ours.sql(
    `select (select count(*)::int from messages where provider_message_id = $1) as messages,
       (select count(*)::int from receipts where provider_message_id = $1) as receipts,
       (select count(*)::int from events join messages on messages.id = events.message_id
        where provider_message_id = $1 and type = 'message.received') as events`,
    [form["MessageSid"]],
  );
  return counts;
}
const ONCE = { messages: 1, receipts: 1, events: 1 };
const isOnce = (stored: unknown): boolean => JSON.stringify(stored) === JSON.stringify(ONCE);

interface Attacked extends AsyncDisposable {
  ours: Deployment;
  killer: BackendKiller;
  phoneNumber: string;
  /** Ends all connections that lead through the killer: new ones say the most, their statements not being prepared. */
  afresh: () => Promise<void>;
  /** Delivers one SMS by the node whose backends are killed. */
  send: () => Promise<{ sms: Delivery; status: number }>;
}

async function attacked(): Promise<Attacked> {
  const ours = await Deployment.start();
  const killer = await BackendKiller.start({
    target: addressOf(ours.database),
    opening: STORING,
    kill: () =>
      ours.sql(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1",
        [STORING],
      ),
  });
  const node = await ours.addNode(urlThrough(killer, ours.database));
  const { phoneNumber } = await ours.agent();
  return {
    ours,
    killer,
    phoneNumber,
    async afresh() {
      // A node's chore may have connected again before this looks.
      const cut = async (): Promise<number> => {
        await ours.cutDatabaseConnections();
        return killer.connections;
      };
      await expect.poll(cut, SOON).toBe(0);
      killer.arm(null);
    },
    async send() {
      const sms = node.signedSms(phoneNumber, "Your code is 482913");
      return { sms, status: (await deliver(sms)).status };
    },
    async [Symbol.asyncDispose]() {
      await ours[Symbol.asyncDispose]();
      await killer[Symbol.asyncDispose]();
    },
  };
}

test(
  verifies(
    "F1",
    "a backend killed at any message that storing an SMS sends it: no 200 without the row, and never two",
  ),
  async () => {
    await using a = await attacked();
    const { ours, killer } = a;
    await a.afresh();
    expect((await a.send()).status).toBe(200);
    const messages = killer.seen;
    expect(messages, "the proxy sees what is said").toBeGreaterThan(10);
    let sent = 1;
    for (let message = 1; message <= messages; message += 1)
      for (const when of ["unheard", "unanswered"] as const) {
        await a.afresh();
        const place: KillingPlace = { message, when };
        const killed = killer.killed;
        killer.arm(place);
        const { sms, status } = await a.send();
        const stored = await storedOf(ours, sms);
        expect([200, 503]).toContain(status);
        expect(status === 503 || isOnce(stored), JSON.stringify({ ...place, stored })).toBe(true);
        expect(killer.killed, JSON.stringify(place)).toBe(killed + 1);
        killer.arm(null);
        expect((await deliver(sms)).status).toBe(200);
        expect(await storedOf(ours, sms), JSON.stringify(place)).toEqual(ONCE);
        sent += 1;
      }
    const seqs = await ours.sql("select seq from events order by seq");
    expect(seqs.map(({ seq }) => Number(seq))).toEqual(seqs.map((_, index) => index + 1));
    expect(await ours.admin.audit.verify.query({})).toMatchObject({ fault: null });
    expect(await ours.sql("select count(*)::int as count from messages")).toEqual([{ count: sent }]);
  },
);

test(
  verifies(
    "F2",
    "an SMS whose answer never reached its sender is one row and one event, however often it comes again",
  ),
  async () => {
    await using ours = await Deployment.start();
    const agent = await ours.agent();
    using socket = await RawSocket.open(ours.node.socketUrl, { key: agent.key });
    const feed = socket.subscribe();
    await expect.poll(() => socket.started(feed), SOON).toBe(true);
    for (let round = 1; round <= 10; round += 1) {
      const sms = ours.node.signedSms(agent.phoneNumber, "Your code is 482913");
      const lost = await withoutItsAnswer(ours, sms);
      expect(lost.answered).toBe(false);
      const repeats = await Promise.all([deliver(sms), deliver(sms), deliver(sms)]);
      expect(repeats.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(await storedOf(ours, sms)).toEqual(ONCE);
      const told = () => socket.data(feed).filter(({ item }) => item.type === "message.received");
      await expect.poll(() => told().length, SOON).toBe(round);
    }
  },
);

/** Sends it, reads nothing, and goes away once it is committed. */
async function withoutItsAnswer(ours: Deployment, sms: Delivery): Promise<{ answered: boolean }> {
  const lost = { answered: false };
  const sending = request(sms.url, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-twilio-signature": twilioSignature(sms.signedUrl, sms.form, sms.sender.authToken),
    },
  });
  sending.on("error", () => {}).on("response", () => (lost.answered = true));
  sending.on("socket", (socket) => socket.once("connect", () => socket.pause()));
  sending.end(new URLSearchParams(sms.form).toString());
  await expect.poll(async () => (await storedOf(ours, sms))?.["messages"], SOON).toBe(1);
  sending.destroy();
  return lost;
}
