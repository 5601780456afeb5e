/** P9: what people and agents wait for on a server that has kept half a million messages, beside one that has none. */
import { setTimeout as pause } from "node:timers/promises";
import { openPool } from "../../../server/src/store/database.ts";
import { ensurePartitions, KEPT_MS } from "../../../server/src/store/partitions.ts";
import { apiClient } from "../../support/api-client.ts";
import { connectToEmbedded, embeddedPostgres } from "../../support/connect-to-embedded.ts";
import { RunningServer } from "../../support/running-server.ts";
import { cpuMs, cpuMsOfChildren } from "../process-cost.ts";
import { number, type Goal, type Report } from "../report.ts";
import { median } from "../statistics.ts";

export interface P9Options {
  rounds: number;
  messages: number;
  /** How long each server is left alone to see what it does by itself. */
  restMs: number;
}

const WEEK_MS = 7 * 86_400_000;
/** The team: this many agents, who hold all numbers and got the messages in turn. */
const AGENTS = 10;

/** What members do, each a call over the API. */
type Works = ReadonlyMap<string, () => Promise<unknown>>;

/** A server with a team. */
class Team implements AsyncDisposable {
  readonly name: string;
  readonly server: RunningServer;
  readonly works: Works;

  private constructor(name: string, server: RunningServer, works: Works) {
    this.name = name;
    this.server = server;
    this.works = works;
  }

  static async start(name: string, messages: number): Promise<Team> {
    const server = await RunningServer.start({ env: { AGENTPASS_LOG_LEVEL: "warn" } });
    try {
      return new Team(name, server, await worksOf(server, messages));
    } catch (error) {
      await server[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Milliseconds of CPU a second that server and database use by themselves. */
  async atRest(forMs: number): Promise<number> {
    const used = (): number => {
      const postgres = embeddedPostgres(this.server.dataFolder).pid;
      return cpuMs(this.server.pid) + cpuMsOfChildren(postgres);
    };
    const before = used();
    await pause(forMs);
    return ((used() - before) * 1000) / forMs;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]();
  }
}

/** Makes a team of agents with a history of so many messages. */
async function worksOf(server: RunningServer, messages: number): Promise<Works> {
  const owner = apiClient(server.url, server.ownerKey);
  const agents: (typeof owner)[] = [];
  const numbers: string[] = [];
  for (let place = 0; place < AGENTS; place += 1) {
    const { key } = await owner.agent.create.mutate({ name: `agent ${place}` });
    const agent = apiClient(server.url, key);
    agents.push(agent);
    numbers.push((await agent.agent.getNumber.mutate({})).phoneNumber);
  }
  const [agent = owner] = agents;
  const [phoneNumber = ""] = numbers;
  const device = apiClient(server.url, await deviceKey(server));
  await server.sms(phoneNumber, "Your code is 482913");
  if (messages > 0) await remember(server, messages);
  return new Map<string, () => Promise<unknown>>([
    ["the team's messages, first page", () => owner.message.list.query({ limit: 20 })],
    ["a person's inbox, first page", () => device.message.list.query({ limit: 20 })],
    ["one number's messages", () => owner.message.list.query({ limit: 20, phoneNumber })],
    ["an agent's messages", () => agent.message.list.query({ limit: 20 })],
    ["the record, newest entries", () => owner.audit.list.query({ limit: 20 })],
    ["an agent's number", () => agent.agent.getNumber.mutate({})],
    ["a webhook", () => server.sms(phoneNumber, "Your code is 482913")],
  ]);
}

/** The key of a device of the owner's, as the app gets one. */
async function deviceKey(server: RunningServer): Promise<string> {
  const stranger = apiClient(server.url, "");
  const { deviceCode, userCode } = await stranger.pairing.start.mutate({
    deviceName: "bench",
    platform: "linux",
  });
  await apiClient(server.url, server.ownerKey).pairing.approve.mutate({ userCode });
  const polled = await stranger.pairing.poll.mutate({ deviceCode });
  if (polled.status !== "approved") throw new Error(`the device was not let in: ${polled.status}`);
  return polled.key;
}

/** Copies the one message there is over all the time that messages are kept, given to all agents in turn, their texts erased. */
async function remember(server: RunningServer, messages: number): Promise<void> {
  const until = Date.now() - WEEK_MS;
  const from = until - KEPT_MS + WEEK_MS;
  const { db } = openPool(embeddedPostgres(server.dataFolder).connection, null, () => {});
  try {
    for (let week = from; week < until; week += WEEK_MS) await ensurePartitions(db, week);
  } finally {
    await db.destroy();
  }
  await using client = await connectToEmbedded(server.dataFolder);
  await client.query(
    `insert into messages (team_id, id, seq, number_id, lease_id, agent_id, provider, provider_message_id, sender, sender_key,
      has_code, state, provider_at, received_at, stored_at, expires_at, code_erased_at, body_erased_at)
    select one.team_id, (lpad(to_hex(ms), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid, -n, lease.number_id, lease.id,
      lease.agent_id, one.provider, 'SM' || n, sender, sender_key, has_code, 'consumed', at, at, at, at, at, at
    from (
      select n, ms, to_timestamp(ms / 1000.0) as at from
        (select n, $1::bigint + (n * $2::float8)::bigint as ms from generate_series(1, $3::int) as n) as moments
    ) as times
    join (select *, row_number() over (order by id) - 1 as place from leases) as lease on lease.place = n % $4::int
    cross join (select * from messages) as one`,
    [from, (until - from) / messages, messages, AGENTS],
  );
  // What a message leaves on the record, which is never erased.
  await client.query(
    `insert into audit select team_id, -n, at, action, member_id, agent_id, subject_id, entry, master_key_id, mac
      from (select * from audit where agent_id is not null limit 1) as one, generate_series(1, $1::int) as n`,
    [messages * 2],
  );
  await client.query("vacuum analyze messages, audit");
}

export async function benchP9({ rounds, messages, restMs }: P9Options): Promise<Report> {
  await using stack = new AsyncDisposableStack();
  const [young, old] = [
    stack.use(await Team.start("none", 0)),
    stack.use(await Team.start("kept", messages)),
  ];
  const times = new Map<string, { young: number[]; old: number[] }>();
  for (let round = -5; round < rounds; round += 1)
    for (const [side, team] of [
      ["young", young],
      ["old", old],
    ] as const)
      for (const [work, run] of team.works) {
        const started = performance.now();
        await run();
        const took = performance.now() - started;
        const all = times.get(work) ?? { young: [], old: [] };
        times.set(work, all);
        if (round >= 0) all[side].push(took);
      }
  const rest = { young: await young.atRest(restMs), old: await old.atRest(restMs) };
  const rows = [...times].map(([work, { young, old }]) => ({ work, young: median(young), old: median(old) }));
  const slowest = rows.toSorted((one, other) => other.old / other.young - one.old / one.young)[0];
  const goals: Goal[] = [
    {
      what: `times as long with them (${slowest?.work})`,
      measured: slowest ? slowest.old / slowest.young : null,
      bound: { atMost: 3 },
    },
    { what: "ms of CPU a second more at rest", measured: rest.old - rest.young, bound: { atMost: 10 } },
  ];
  const row = (name: string, { young, old }: { young: number; old: number }): string[] => [
    name,
    number(young),
    number(old),
    number(old / young),
  ];
  return {
    id: "P9",
    title: `P9: a server that has kept ${messages.toLocaleString("en-US")} messages, medians of ${rounds} calls in milliseconds`,
    head: ["", "none kept", "kept", "ratio"],
    rows: [
      ...rows.map((each) => row(each.work, each)),
      row("CPU of server and database at rest, ms a second", rest),
    ],
    goals,
    figures: { messages, rows, rest },
  };
}
