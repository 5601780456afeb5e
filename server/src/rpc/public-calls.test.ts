import type { Problem } from "@agentpass/shared/problem";
import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { Deployment } from "../../../test/support/deployment.ts";
import { serverClient, type ServerClient } from "../cli/server-client.ts";
import { newSecret } from "../crypto/token-hash.ts";

/** How often each outcome came; "ok" for an answer. */
async function outcomes(count: number, call: () => Promise<unknown>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  await Promise.all(
    Array.from({ length: count }, async () => {
      const outcome = await call().then(
        () => "ok",
        (error: unknown) =>
          error instanceof TRPCClientError
            ? ((error.data as { problem?: Problem } | undefined)?.problem?.code ?? error.message)
            : String(error),
      );
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }),
  );
  return counts;
}

const guess = (client: ServerClient) => () =>
  client.invitation.accept.mutate({ secret: newSecret().text, deviceName: "x", platform: "x" });

test("an address that guesses is refused after 20 guesses, and a right link of that address still works", async () => {
  await using ours = await Deployment.start();
  const nobody = serverClient({ url: ours.node.url, key: null });
  const started = performance.now();
  const { not_found: wrong = 0, too_many_requests: refused = 0 } = await outcomes(60, guess(nobody));
  expect(wrong).toBeGreaterThanOrEqual(20);
  // The allowance grows by one a second while they are answered.
  expect(wrong).toBeLessThan(35 + (performance.now() - started) / 1_000);
  expect(wrong + refused).toBe(60);
  const { link } = await ours.admin.invitation.create.mutate({ name: "Ann" });
  const secret = link.split("/").at(-1) ?? "";
  expect(await nobody.invitation.accept.mutate({ secret, deviceName: "x", platform: "x" })).toMatchObject({
    memberName: "Ann",
  });
});

test("an address that calls all the time is refused, but nobody who has a valid key", async () => {
  await using ours = await Deployment.start();
  const nobody = serverClient({ url: ours.node.url, key: null });
  const { deviceCode } = await nobody.pairing.start.mutate({ deviceName: "x", platform: "x" });
  const poll = (client: ServerClient) => () => client.pairing.poll.mutate({ deviceCode });
  const flood = await outcomes(300, poll(nobody));
  expect(flood["ok"]).toBeGreaterThanOrEqual(90);
  expect(flood["too_many_requests"]).toBeGreaterThan(50);
  expect(await outcomes(150, poll(ours.admin))).toEqual({ ok: 150 });
  expect(await outcomes(30, guess(ours.admin))).toEqual({ not_found: 30 });
});
