import { expect, test } from "vitest";
import { received, testStore } from "../../../test/support/test-store.ts";
import { verifies } from "../../../test/support/verifies.ts";
import { readNotifications } from "./read-notifications.ts";

test(
  verifies(
    "look-consumes-nothing",
    "whoever looks, and however often, the waiting agent still gets its code",
  ),
  async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await t.receive({ to: phoneNumber, body: "Your code is 482913" });
    for (const key of [t.ownerKey, agent.key, agent.key])
      expect(await readNotifications(t.store, { key }, phoneNumber)).toMatchObject([
        { body: "Your code is 482913", state: "available", otp: { code: "482913" } },
      ]);
    expect(received(await agent.wait({ phoneNumber })).message.otp?.code).toBe("482913");
  },
);
