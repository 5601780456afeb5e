/** T9: the master key is rotated node by node, under load, and everything that was ever stored can be read. */
import { Secret } from "@agentpass/shared/secret";
import { expect, test } from "vitest";
import { serverClient } from "../../server/src/cli/server-client.ts";
import { generateMasterKey } from "../../server/src/crypto/key-ring.ts";
import { Deployment, type DeployedAgent, type DeployedNode } from "../support/deployment.ts";
import { verifies } from "../support/verifies.ts";

const SOON = { timeout: 20_000, interval: 10 };
const key = (id: string): string => generateMasterKey().replace("k1:", `${id}:`);

/** Sends one SMS after the other to whichever node takes them, until it is stopped; gives how many were taken. */
function load(nodes: () => readonly DeployedNode[], { phoneNumber }: DeployedAgent) {
  const state = { taken: 0, stopping: false };
  const sending = (async () => {
    for (let turn = 0; !state.stopping; turn += 1) {
      const node = nodes()[turn % nodes().length];
      const status = await node?.sms(phoneNumber, `Your code is ${100_000 + turn}`).catch(() => 0);
      if (status === 200) state.taken += 1;
    }
  })();
  return {
    more: (count: number) => {
      const goal = state.taken + count;
      return expect.poll(() => state.taken, SOON).toBeGreaterThanOrEqual(goal);
    },
    async stop(): Promise<number> {
      state.stopping = true;
      await sending;
      return state.taken;
    },
  };
}

async function textsOf({ url }: DeployedNode, { key: agentKey }: DeployedAgent): Promise<string[]> {
  const api = serverClient({ url, key: agentKey });
  const texts: string[] = [];
  for (let before: string | undefined; ;) {
    const page = await api.message.list.query(before === undefined ? { limit: 50 } : { limit: 50, before });
    texts.push(...page.messages.map(({ body }) => body ?? "(none)"));
    before = page.nextBefore;
    if (before === undefined) return texts;
  }
}

test(
  verifies(
    "T9",
    "a master key rotated node by node under load loses no message, and no node starts without the old one",
  ),
  async () => {
    await using ours = await Deployment.start(2);
    const agent = await ours.agent();
    const old = ours.masterKeys.reveal();
    const next = key("k2");
    const live = [...ours.nodes];
    const traffic = load(() => live, agent);
    await traffic.more(20);
    // First every node learns to read the new key, then every node writes with it.
    for (const ring of [`${old},${next}`, `${next},${old}`]) {
      ours.masterKeys = new Secret(ring);
      for (let place = 0; place < 2; place += 1) {
        const stopped = live.splice(place, 1);
        await stopped[0]?.stop();
        live.splice(place, 0, await ours.addNode());
        await traffic.more(10);
      }
    }
    const taken = await traffic.stop();
    const texts = await textsOf(live[0] ?? ours.node, agent);
    expect(texts).toHaveLength(taken);
    expect(texts.filter((text) => !/^Your code is \d{6}$/.test(text))).toEqual([]);
    const used = await ours.sql("select distinct master_key_id as id from message_keys order by 1");
    expect(used).toEqual([{ id: "k1" }, { id: "k2" }]);
    for (const ring of [next, `${next},${key("k1")}`]) {
      ours.masterKeys = new Secret(ring);
      await expect(ours.addNode()).rejects.toThrow(
        /AGENTPASS_MASTER_KEY: the key k1 is (missing|not the one)/,
      );
    }
  },
);
