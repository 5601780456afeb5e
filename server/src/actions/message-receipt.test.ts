import { Client } from "pg";
import { verifies } from "../../../test/support/verifies.ts";
import { expect, test, vi } from "vitest";
import { newRequestId, testStore } from "../../../test/support/test-store.ts";
import { feedItem } from "./feed-item.ts";
import { messageReceipt } from "./message-receipt.ts";
import { eventsAfter } from "../store/events.ts";

test(
  verifies(
    "receipt",
    "a receipt tells of a push whose note is still being written, and the push does not wait for it",
  ),
  async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await agent.wait({ phoneNumber, requestId: newRequestId() });
    const sms = t.sms({ to: phoneNumber, body: "Your code is 482913" });
    await t.receive(sms);
    const events = await eventsAfter(t.store, { teamId: t.teamId, seq: 0, limit: 100 });
    const answered = events.findLast(({ type }) => type === "wait.changed");
    if (!answered) throw new Error("no wait was answered");

    const holder = new Client(t.database.connection);
    await holder.connect();
    await holder.query("begin; select from messages for update");
    expect(await feedItem(t.store, agent.viewer, answered)).toMatchObject({ type: "wait.changed" });
    const receipt = messageReceipt(t.store, agent.viewer, { id: sms.providerMessageId });
    const waiting =
      "select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))";
    await vi.waitUntil(async () => (await holder.query(waiting)).rows.length > 0);
    // Time enough for a receipt that waits for nothing.
    for (let reads = 0; reads < 10; reads += 1)
      await eventsAfter(t.store, { teamId: t.teamId, seq: 0, limit: 100 });
    await holder.query("commit");
    await holder.end();
    expect((await receipt).pushedAt).toBeTypeOf("number");
  },
);
