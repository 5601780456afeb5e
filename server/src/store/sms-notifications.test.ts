import { sql } from "kysely";
import { expect, test } from "vitest";
import { testStore } from "../../../test/support/test-store.ts";
import { verifies } from "../../../test/support/verifies.ts";
import { withTeam } from "./with-team.ts";

test(
  verifies("G5-sql", "the view sms_notifications tells number, times and state, and no body"),
  async () => {
    await using t = await testStore();
    const phoneNumber = await (await t.agent("a")).number();
    await t.receive({ to: phoneNumber, body: "Your code is 482913", from: "+12025550123" });
    const { rows } = await withTeam(t.store, t.teamId, (trx) =>
      sql<Record<string, unknown>>`
      select * from sms_notifications where phone_number = ${phoneNumber} order by received_at desc
    `.execute(trx),
    );
    expect(rows.map((row) => Object.keys(row))).toEqual([
      ["phone_number", "id", "received_at", "stored_at", "expires_at", "state"],
    ]);
    expect(rows[0]).toMatchObject({
      phone_number: phoneNumber,
      id: expect.stringMatching(/^SM/),
      state: "available",
    });
    expect(JSON.stringify(rows)).not.toContain("482913");
  },
);
