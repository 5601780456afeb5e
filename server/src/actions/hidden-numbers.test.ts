/** T17: of a number that is not its own, an agent learns nothing, neither by the words nor by the time of the answer. */
import type { E164 } from "@agentpass/shared/phone-number";
import { expect, test } from "vitest";
import { testStore, type TestAgent, type TestStore } from "../../../test/support/test-store.ts";
import { setAgentLimits } from "./agents.ts";
import { readNotifications } from "./read-notifications.ts";
import { releaseNumber } from "./release-number.ts";
import { verifies } from "../../../test/support/verifies.ts";

const UNKNOWN = "+15550001111" as E164;
const PAIRS = 500;

const routes: Record<string, (t: TestStore, agent: TestAgent, phoneNumber: E164) => Promise<unknown>> = {
  "waiting for an SMS": (_t, agent, phoneNumber) => agent.wait({ phoneNumber }),
  "releasing it": (t, agent, phoneNumber) => releaseNumber(t.store, agent.viewer, { phoneNumber }),
  "looking at it": (t, agent, phoneNumber) => readNotifications(t.store, { key: agent.key }, phoneNumber),
};

test.each(Object.entries(routes))(
  verifies("T17", "%s: a number of another's and one of nobody's have the same answer after the same time"),
  async (_what, ask) => {
    await using t = await testStore();
    const mine = await t.agent("mine");
    await setAgentLimits(t.store, t.admin, { agent: "mine", callsPerMinute: 1_000_000 });
    const foreign = await (await t.agent("theirs")).number();
    await t.receive({ to: foreign, body: "Your code is 482913" });
    const asked = async (phoneNumber: E164): Promise<{ words: string; ms: number }> => {
      const start = performance.now();
      const answer = await ask(t, mine, phoneNumber).catch((error: Error) => error.message);
      const ms = performance.now() - start;
      return { words: JSON.stringify(answer).replaceAll(phoneNumber, "NUMBER"), ms };
    };
    // Side by side, so that what slows the machine slows both; whoever comes first in a pair is the other in the next.
    let foreignSlower = 0;
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const order = pair % 2 === 0 ? [foreign, UNKNOWN] : [UNKNOWN, foreign];
      const [one, other] = [await asked(order[0] ?? UNKNOWN), await asked(order[1] ?? UNKNOWN)];
      expect(one.words).toBe(other.words);
      if (pair % 2 === 0 ? one.ms > other.ms : other.ms > one.ms) foreignSlower += 1;
    }
    // By chance half of them: less than 40 % or more than 60 % of 500 comes once in a hundred thousand runs.
    expect(foreignSlower / PAIRS).toBeGreaterThan(0.4);
    expect(foreignSlower / PAIRS).toBeLessThan(0.6);
  },
);
