/** One node's end of NATS alone: no database and no safety poll, so that whatever wakes here was a hint. */
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { NatsSettings } from "../../server/src/config/config.ts";
import { parseNats } from "../../server/src/config/parse-nats.ts";
import { readEnvironment } from "../../server/src/config/read-environment.ts";
import { natsWakeUp } from "../../server/src/publish/nats-wake-up.ts";
import type { FollowWatcher } from "../../server/src/publish/wake-up.ts";
import { BlackHole } from "../support/black-hole.ts";
import { NatsServer } from "../support/nats-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { verifies } from "../support/verifies.ts";

const SOON = { timeout: 20_000, interval: 5 };
const US = randomUUID();
const OTHERS = randomUUID();

const settingsOf = (url: string): NatsSettings => {
  const { nats } = parseNats(readEnvironment({ real: { NATS_URL: url } }));
  if (nats === null) throw new Error(`${url} is refused`);
  return nats;
};

/** A node that notes what wakes it. */
class Node implements AsyncDisposable {
  readonly woken: string[] = [];
  readonly logged: string[] = [];
  /** How often it was told to look at everything. */
  looks = 0;
  readonly #followed = new Set<string>();
  #watcher: FollowWatcher | null = null;
  readonly #wakeUp: ReturnType<typeof natsWakeUp>;

  constructor(url: string, followed: readonly string[] = []) {
    this.#followed = new Set(followed);
    const log = (event: string, fields: object = {}): void =>
      void this.logged.push(`${event} ${JSON.stringify(fields)}`);
    this.#wakeUp = natsWakeUp(
      settingsOf(url),
      {
        wake: (teamId) => this.woken.push(teamId),
        wakeAll: () => (this.looks += 1),
        followed: () => this.#followed,
        watch: (watcher) => (this.#watcher = watcher),
      },
      { debug: log, info: log, warn: log, error: log },
    );
  }

  get up(): boolean {
    return this.#wakeUp.natsUp();
  }

  send(teamId: string): void {
    this.#wakeUp.send(teamId, []);
  }

  follow(teamId: string): void {
    this.#followed.add(teamId);
    this.#watcher?.began(teamId);
  }

  leave(teamId: string): void {
    this.#followed.delete(teamId);
    this.#watcher?.ended(teamId);
  }

  close(): Promise<void> {
    return this.#wakeUp.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

async function pair(url: string): Promise<{ near: Node; far: Node } & AsyncDisposable> {
  const near = new Node(url, [US]);
  const far = new Node(url, [US]);
  await expect.poll(() => near.up && far.up, SOON).toBe(true);
  return {
    near,
    far,
    async [Symbol.asyncDispose]() {
      await near.close();
      await far.close();
    },
  };
}

const subjectsOf = async (nats: NatsServer): Promise<string[]> =>
  (await nats.clients()).flatMap(({ subscriptions_list = [] }) => subscriptions_list).toSorted();

/** A hint that gets through shows that all sent before it by the same node have. */
async function settled(from: Node, to: Node): Promise<void> {
  const before = to.woken.length;
  await expect
    .poll(() => {
      from.send(US);
      return to.woken.length;
    }, SOON)
    .toBeGreaterThan(before);
}

test("a hint wakes the other node, and its own sender at once and once", async () => {
  await using nats = await NatsServer.start();
  await using nodes = await pair(nats.url);
  const { near, far } = nodes;
  near.send(US);
  expect(near.woken).toEqual([US]);
  await expect.poll(() => far.woken, SOON).toEqual([US]);
  expect(near.woken, "no echo").toEqual([US]);
});

test(verifies("nats-own-teams", "a node hears of a team only while somebody there follows it"), async () => {
  await using nats = await NatsServer.start();
  await using nodes = await pair(nats.url);
  const { near, far } = nodes;
  await expect.poll(() => subjectsOf(nats), SOON).toEqual([`agentpass.wake.${US}`, `agentpass.wake.${US}`]);
  near.send(OTHERS);
  await settled(near, far);
  expect(far.woken).not.toContain(OTHERS);
  expect((await nats.clients()).every(({ subscriptions_list }) => subscriptions_list?.length === 1)).toBe(
    true,
  );

  far.follow(OTHERS);
  await expect.poll(() => subjectsOf(nats), SOON).toContain(`agentpass.wake.${OTHERS}`);
  near.send(OTHERS);
  await expect.poll(() => far.woken, SOON).toContain(OTHERS);

  far.leave(OTHERS);
  await expect.poll(() => subjectsOf(nats), SOON).not.toContain(`agentpass.wake.${OTHERS}`);
});

test("a thousand commits at once are few hints", async () => {
  await using nats = await NatsServer.start();
  await using nodes = await pair(nats.url);
  const { near, far } = nodes;
  for (let commit = 0; commit < 1_000; commit += 1) near.send(US);
  await expect.poll(() => far.woken.length, SOON).toBeGreaterThan(0);
  await settled(near, far);
  expect(far.woken.length).toBeLessThan(20);
});

test("a NATS that is killed and comes back is told of once each, and the nodes look at everything", async () => {
  await using nats = await NatsServer.start();
  await using between = await BlackHole.open();
  between.targetPort = nats.port;
  await using nodes = await pair(between.url.replace("http", "nats"));
  const { near, far } = nodes;
  expect(far.looks).toBe(1);
  for (const round of [1, 2]) {
    await nats.kill();
    await expect.poll(() => near.up || far.up, SOON).toBe(false);
    far.follow(OTHERS);
    near.send(OTHERS);
    const tries = between.connections;
    await expect.poll(() => between.connections, SOON).toBeGreaterThan(tries + 5);
    await nats.start();
    await expect.poll(() => near.up && far.up, SOON).toBe(true);
    expect(far.looks).toBe(1 + round);
    await expect.poll(() => subjectsOf(nats), SOON).toHaveLength(3);
    far.woken.length = 0;
    near.send(OTHERS);
    await expect.poll(() => far.woken, SOON).toContain(OTHERS);
    far.leave(OTHERS);
  }
  expect(far.logged.map((line) => line.split(" ", 2)[1])).toEqual([
    "carries",
    "does",
    "carries",
    "does",
    "carries",
  ]);
});

test("a NATS that is not there at first is told of once, and used when it comes", async () => {
  await using nats = await NatsServer.absent();
  await using near = new Node(nats.url, [US]);
  near.send(US);
  expect(near.woken).toEqual([US]);
  await expect.poll(() => near.logged, SOON).toHaveLength(1);
  expect(near.logged[0]).toMatch(/^NATS does not answer/);
  await nats.start();
  await using far = new Node(nats.url, [US]);
  await settled(near, far);
  expect(near.logged).toHaveLength(2);
});

test("a connection that carries nothing any more is noticed within 10 s, and replaced", async () => {
  await using nats = await NatsServer.start();
  await using hole = await BlackHole.open();
  hole.targetPort = nats.port;
  await using far = new Node(hole.url.replace("http", "nats"), [US]);
  await using near = new Node(nats.url, [US]);
  await settled(near, far);
  hole.swallow();
  const since = performance.now();
  for (let hint = 0; hint < 100; hint += 1) far.send(randomUUID());
  await expect.poll(() => far.up, SOON).toBe(false);
  expect(performance.now() - since).toBeLessThan(15_000);
  expect(near.up).toBe(true);
  // Those who try again meanwhile find a server that lets nobody in, and leave nothing behind.
  await expect.poll(() => hole.connections, SOON).toBeGreaterThan(4);
  await expect.poll(() => hole.open, SOON).toBeLessThan(3);
  hole.letThrough();
  await settled(near, far);
  expect(far.looks).toBe(2);
});

test("a node that is closed while NATS is away, or was never there, ends at once", async () => {
  await using nats = await NatsServer.absent();
  const never = new Node(nats.url);
  await never.close();
  await nats.start();
  await using hole = await BlackHole.open();
  hole.targetPort = nats.port;
  const lost = new Node(hole.url.replace("http", "nats"), [US]);
  await expect.poll(() => lost.up, SOON).toBe(true);
  hole.swallow();
  const since = performance.now();
  await lost.close();
  expect(performance.now() - since).toBeLessThan(1_000);
  lost.follow(OTHERS);
  lost.send(OTHERS);
  expect(lost.woken).toEqual([OTHERS]);
  expect([...never.logged, ...lost.logged].filter((line) => !line.startsWith("NATS carries"))).toEqual([]);
  await expect.poll(() => nats.clients(), SOON).toEqual([]);
});

/** Arguments of a NATS that lets in `node` with this password, and lets it use these subjects. */
function guarded(password: string, subjects: string): string[] {
  const file = path.join(temporaryFolder(), "nats.conf");
  const permissions = `{ publish: "${subjects}", subscribe: "${subjects}" }`;
  writeFileSync(
    file,
    `authorization { users: [{ user: node, password: "${password}", permissions: ${permissions} }] }`,
  );
  return ["--config", file];
}

test("a NATS that refuses the node is asked again until it does not", async () => {
  await using nats = await NatsServer.absent();
  await nats.start(guarded("another", "agentpass.wake.*"));
  await using between = await BlackHole.open();
  between.targetPort = nats.port;
  const url = between.url.replace("http://", "nats://node:password@");
  await using near = new Node(url, [US]);
  await using far = new Node(url, [US]);
  await expect.poll(() => between.connections, SOON).toBeGreaterThan(10);
  expect(near.up || far.up).toBe(false);
  await nats.kill();

  await nats.start(guarded("password", "something.else"));
  await expect.poll(() => far.up, SOON).toBe(true);
  near.send(US);
  const complaints = (): string[] => far.logged.filter((line) => line.startsWith("NATS refuses"));
  await expect.poll(complaints, SOON).toHaveLength(1);
  far.follow(OTHERS);
  near.send(OTHERS);
  expect(far.woken).toEqual([]);
  await nats.kill();

  await nats.start(guarded("password", "agentpass.wake.*"));
  await settled(near, far);
  expect(complaints()).toHaveLength(1);
  expect(await subjectsOf(nats)).toContain(`agentpass.wake.${OTHERS}`);
});
