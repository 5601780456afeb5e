/** Whatever ends a key's access ends the connections that were signed in with it, on every node (T6). */
import { Secret } from "@agentpass/shared/secret";
import { expect, test } from "vitest";
import { serverClient, type ServerClient } from "../../server/src/cli/server-client.ts";
import { CLOSE_NOT_SIGNED_IN, CLOSE_RECONNECT } from "../../server/src/rpc/close-socket.ts";
import { Deployment } from "../support/deployment.ts";
import { RawSocket } from "../support/raw-socket.ts";
import { Stopwatch } from "../support/stopwatch.ts";
import { verifies } from "../support/verifies.ts";

const SOON = { timeout: 10_000, interval: 5 };

/** A member with a device and an agent, each with a key. */
async function invited(ours: Deployment) {
  const { admin, node } = ours;
  const { link } = await admin.invitation.create.mutate({ name: "Ann", role: "admin" });
  const device = await serverClient({ url: node.url, key: null }).invitation.accept.mutate({
    secret: link.split("/").at(-1) ?? "",
    deviceName: "Laptop",
    platform: "linux",
  });
  const person = serverClient({ url: node.url, key: new Secret(device.key) });
  const agent = await person.key.create.mutate({ kind: "agent", name: "ann's" });
  return { admin, device, agent };
}
type Invited = Awaited<ReturnType<typeof invited>>;

const ends: [string, (who: Invited) => Promise<unknown>, { device: number | null; agent: number | null }][] =
  [
    [
      "a removed device",
      ({ admin, device }) => admin.device.remove.mutate({ device: device.deviceId }),
      { device: CLOSE_NOT_SIGNED_IN, agent: null },
    ],
    [
      "a removed member",
      ({ admin }) => admin.member.remove.mutate({ member: "Ann" }),
      { device: CLOSE_NOT_SIGNED_IN, agent: CLOSE_NOT_SIGNED_IN },
    ],
    [
      "another role",
      ({ admin }) => admin.member.setRole.mutate({ member: "Ann", role: "member" }),
      { device: CLOSE_RECONNECT, agent: null },
    ],
    [
      "a rotation without an overlap",
      ({ admin, agent }) => admin.key.rotate.mutate({ id: agent.id, overlapMs: 0 }),
      { device: null, agent: CLOSE_NOT_SIGNED_IN },
    ],
  ];

test.each(ends)(
  verifies("T6", "%s ends the connections it concerns within 1 s, and no others"),
  async (_what, end, expected) => {
    await using ours = await Deployment.start(2);
    const who = await invited(ours);
    const url = ours.nodes[1]?.socketUrl ?? "";
    using device = await RawSocket.open(url, { key: new Secret(who.device.key) });
    using agent = await RawSocket.open(url, { key: new Secret(who.agent.key) });
    for (const socket of [device, agent]) {
      const call = socket.subscribe();
      await expect.poll(() => socket.started(call), SOON).toBe(true);
    }
    await end(who);
    const ended = new Stopwatch();
    const codes = () => ({ device: device.closed?.code ?? null, agent: agent.closed?.code ?? null });
    await expect.poll(codes, SOON).toEqual(expected);
    const at = Math.max(device.closed?.at ?? 0, agent.closed?.at ?? 0);
    expect(ended.ms(at)).toBeLessThan(1_000);
  },
);

test("a connection of a rotated key lives through the overlap and ends with it", async () => {
  await using ours = await Deployment.start(2);
  const { admin, agent } = await invited(ours);
  using socket = await RawSocket.open(ours.nodes[1]?.socketUrl ?? "", { key: new Secret(agent.key) });
  const feed = socket.subscribe();
  await expect.poll(() => socket.started(feed), SOON).toBe(true);
  const overlapMs = 1_500;
  const { key, oldExpiresAt } = await admin.key.rotate.mutate({ id: agent.id, overlapMs });
  const rotated = new Stopwatch();
  using next = await RawSocket.open(ours.node.socketUrl, { key: new Secret(key) });
  const call = next.call("query", "agent.listMessages");
  await expect.poll(() => next.answers(call)[0]?.result?.type, SOON).toBe("data");
  const old = socket.call("query", "agent.listMessages");
  await expect.poll(() => socket.answers(old)[0]?.result?.type, SOON).toBe("data");
  await expect.poll(() => socket.closed?.code, SOON).toBe(CLOSE_NOT_SIGNED_IN);
  const closedAt = socket.closed?.at ?? 0;
  // The server's clock runs in this process, and may be 20 ms off.
  expect(performance.timeOrigin + closedAt).toBeGreaterThan(oldExpiresAt - 50);
  expect(rotated.ms(closedAt)).toBeLessThan(overlapMs + 1_000);
  expect(next.closed).toBeNull();
});

test("an admin who was made a member comes back with the same device, and may do less", async () => {
  await using ours = await Deployment.start();
  const { admin, device } = await invited(ours);
  const person: ServerClient = serverClient({ url: ours.node.url, key: new Secret(device.key) });
  await person.team.rename.mutate({ name: "Ours" });
  await admin.member.setRole.mutate({ member: "Ann", role: "member" });
  await expect(person.team.rename.mutate({ name: "Mine" })).rejects.toThrow("you are a member");
  expect(await person.team.show.query()).toMatchObject({ name: "Ours" });
});
