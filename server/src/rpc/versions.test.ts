import { FeedSupervisor, type FeedState } from "@agentpass/shared/feed-client/feed-supervisor";
import { VERSION } from "@agentpass/shared/version";
import { expect, test } from "vitest";
import { Deployment } from "../../../test/support/deployment.ts";
import { RawSocket } from "../../../test/support/raw-socket.ts";
import { CLOSE_OUTDATED } from "./close-socket.ts";

const SOON = { timeout: 10_000, interval: 5 };
const [major = 0, minor = 0] = VERSION.split(".").map(Number);
const NEXT = `${major}.${minor + 1}.7`;
const OVERNEXT = `${major}.${minor + 2}.0`;
const OLD = "a version from before there were any";

/** One call over HTTP as the owner's client of this version; `null` says none. */
async function call(ours: Deployment, path: string, version: string | null) {
  const response = await fetch(`${ours.node.url}/trpc/${path}`, {
    headers: {
      authorization: `Bearer ${ours.owner.reveal()}`,
      ...(version === null ? {} : { "agentpass-version": version }),
    },
  });
  return { status: response.status, text: await response.text() };
}

test("anybody, of whatever version, is told the server's version, clock and mode, and nothing else", async () => {
  await using ours = await Deployment.start();
  for (const version of [null, OVERNEXT, "x"]) {
    const { status, text } = await call(ours, "server.hello", version);
    expect(status).toBe(200);
    const { data } = (JSON.parse(text) as { result: { data: { now: number } } }).result;
    expect(data).toEqual({ version: VERSION, now: data.now, mode: "mock" });
    expect(Math.abs(data.now - Date.now())).toBeLessThan(60_000);
  }
});

test("a call over HTTP is refused where its version does not work with the server's, and the older one is named", async () => {
  await using ours = await Deployment.start();
  for (const version of [null, VERSION, NEXT])
    expect(await call(ours, "team.show", version)).toMatchObject({ status: 200 });
  for (const [version, mend] of [
    [OVERNEXT, "Update the server, or ask whoever runs it."],
    [`${major + 1}.${minor}.0`, "Update the server, or ask whoever runs it."],
    ["nonsense".repeat(1000), "Update the app, or the checkout that the client runs from."],
  ] as const) {
    const { status, text } = await call(ours, "team.show", version);
    expect(status).toBe(412);
    expect(text).toContain('"code":"outdated"');
    expect(text).toContain(mend);
    expect(text).toContain(VERSION);
    expect(text.length).toBeLessThan(1_000);
  }
});

test("a feed of a version that does not work is refused in words, and is not asked for again at once", async () => {
  await using ours = await Deployment.start();
  const states: FeedState[] = [];
  const feed = new FeedSupervisor({
    endpoint: async () => ({ url: ours.node.socketUrl, key: ours.owner, version: OVERNEXT }),
    onItem: () => {},
    onState: (state) => states.push(state),
    random: () => 0,
  });
  feed.start();
  await expect.poll(() => states.some(({ state }) => state === "away"), SOON).toBe(true);
  expect(states.map(({ state }) => state)).toEqual(["connecting", "away"]);
  expect(feed.state).toMatchObject({
    problem: { code: "outdated", message: expect.stringContaining("Update the server") },
  });
  // With no jitter, a lost connection would have been tried again before this one has opened and begun.
  using later = await RawSocket.open(ours.node.socketUrl, { key: ours.owner });
  const heard = later.subscribe();
  await expect.poll(() => later.started(heard), SOON).toBe(true);
  expect(states.length).toBe(2);
  feed.stop();
});

test("the product's own feed says its version and is taken", async () => {
  await using ours = await Deployment.start();
  const feed = new FeedSupervisor({
    endpoint: async () => ({ url: ours.node.socketUrl, key: ours.owner }),
    onItem: () => {},
  });
  feed.start();
  await expect.poll(() => feed.state.state, SOON).toBe("live");
  feed.stop();
});

test("a socket that only listens and whose version does not work is closed with a code of its own; every call on it is refused", async () => {
  await using ours = await Deployment.start();
  using socket = await RawSocket.open(ours.node.socketUrl);
  socket.send({ method: "connectionParams", data: { key: ours.owner.reveal(), version: OLD } });
  const feed = socket.subscribe();
  const call = socket.call("query", "team.show");
  for (const id of [feed, call])
    await expect.poll(() => socket.answers(id)[0]?.error?.data?.problem?.code, SOON).toBe("outdated");
  const hello = socket.call("query", "server.hello");
  await expect.poll(() => socket.answers(hello)[0]?.result?.data, SOON).toMatchObject({ version: VERSION });
  await expect.poll(() => socket.closed?.code, SOON).toBe(CLOSE_OUTDATED);
});
