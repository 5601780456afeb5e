/** T8: floods of bad signatures, wrong keys and calls are refused, and validly signed webhooks notice none of it. */
import { Secret } from "@agentpass/shared/secret";
import { expect, test } from "vitest";
import { deliver } from "../../server/src/cli/signed-sms.ts";
import { newKey } from "../../server/src/crypto/token-hash.ts";
import { unnoticed } from "../support/bystander.ts";
import { Deployment, type DeployedAgent } from "../support/deployment.ts";
import { inParallel } from "../support/in-parallel.ts";
import { RawSocket } from "../support/raw-socket.ts";
import { verifies } from "../support/verifies.ts";

const REQUESTS = 1_000;

interface Flood {
  /** One request; gives what came of it. */
  one: (ours: Deployment, scraper: DeployedAgent) => Promise<number>;
  /** The status until the allowance is used up; then 429. */
  before: number;
  atOnce: number;
}

const statusOf = (url: string, headers: Record<string, string>): Promise<number> =>
  fetch(url, { headers }).then(async (response) => {
    await response.text();
    return response.status;
  });
const list = (ours: Deployment): string => `${ours.node.url}/trpc/agent.listMessages?input=%7B%7D`;

const floods: Record<string, Flood> = {
  "of webhooks with a bad signature": {
    one: async (ours) =>
      (await deliver({ ...ours.node.signedSms("+15551234567", "Your code is 482913"), badSignature: true }))
        .status,
    before: 403,
    atOnce: 16,
  },
  "of looks at a number with wrong keys": {
    one: (ours) =>
      statusOf(`${ours.node.url}/webhook/sms-notifications/%2B15551234567`, {
        authorization: `Bearer ${newKey("agent").text}`,
      }),
    before: 401,
    // More than may wait for their turn.
    atOnce: 64,
  },
  "of calls with wrong keys": {
    one: (ours) => statusOf(list(ours), { authorization: `Bearer ${newKey("agent").text}` }),
    before: 401,
    // More than may wait for their turn.
    atOnce: 64,
  },
  "of calls by one agent": {
    one: (ours, scraper) => statusOf(list(ours), { authorization: `Bearer ${scraper.key.reveal()}` }),
    before: 200,
    atOnce: 16,
  },
};

test.each(Object.entries(floods))(
  verifies("T8", "a flood %s is refused, and no signed webhook is, or is late"),
  async (_what, { one, before, atOnce }) => {
    await using ours = await Deployment.start();
    const scraper = await ours.agent("a scraper");
    // Refilled slower than even a busy machine can ask.
    await ours.admin.agent.setLimits.mutate({ agent: "a scraper", callsPerMinute: 60 });
    const counts = new Map<number, number>();
    await unnoticed(ours, async () => {
      await inParallel(
        Array.from({ length: REQUESTS }, () => one),
        atOnce,
        async (flood) => {
          const status = await flood(ours, scraper);
          counts.set(status, (counts.get(status) ?? 0) + 1);
        },
      );
    });
    expect(new Set(counts.keys())).toEqual(new Set([before, 429]));
    expect(counts.get(429), "a good part is refused").toBeGreaterThan(REQUESTS / 4);
  },
);

test(
  verifies(
    "T8",
    "a flood of connections with wrong keys ends each of them, and no signed webhook is refused, or late",
  ),
  async () => {
    await using ours = await Deployment.start();
    const agent = await ours.agent();
    await unnoticed(ours, async () => {
      await inParallel([...Array(64).keys()], 64, async () => {
        using socket = await RawSocket.open(ours.node.socketUrl, { key: new Secret(newKey("agent").text) });
        socket.subscribe();
        await expect.poll(() => socket.closed !== null, { timeout: 10_000, interval: 5 }).toBe(true);
      });
    });
    using good = await RawSocket.open(ours.node.socketUrl, { key: agent.key });
    const feed = good.subscribe();
    await expect.poll(() => good.started(feed), { timeout: 10_000, interval: 5 }).toBe(true);
  },
);
