/** P2: durable webhooks a second to one hot number, beside one insert a request on the same PostgreSQL. */
import type { Client } from "pg";
import { z } from "zod";
import { connectToEmbedded, embeddedPostgres } from "../../support/connect-to-embedded.ts";
import { apiClient } from "../../support/api-client.ts";
import { RunningServer } from "../../support/running-server.ts";
import { cpuMs } from "../process-cost.ts";
import { number, type Report } from "../report.ts";
import { median, medianRatio } from "../statistics.ts";
import { Worker } from "../worker.ts";

const IN_FLIGHT = 128;

export interface P2Options {
  rounds: number;
  /** Webhooks a round and contender. */
  requests: number;
}

interface Contender {
  name: string;
  path: string;
  port: number;
  pid: number;
  /** Throws where a stored message is not there once, or the stream has a gap. */
  check: (stored: readonly string[]) => Promise<void>;
  perSecond: number[];
  /** Of its server process, microseconds a webhook. */
  cpu: number[];
}

const loadResult = z.object({ ms: z.number(), stored: z.array(z.string()) });

/** Throws where a webhook was refused, lost, stored twice, or left a gap. */
export async function benchP2({ rounds, requests }: P2Options): Promise<Report> {
  await using server = await RunningServer.start({ env: { AGENTPASS_LOG_LEVEL: "warn" } });
  await using database = await connectToEmbedded(server.dataFolder);
  const { connection } = embeddedPostgres(server.dataFolder);
  await using plain = new Worker(new URL("plain-server.ts", import.meta.url), {
    args: [JSON.stringify(connection)],
  });
  await using load = new Worker(new URL("webhook-load.ts", import.meta.url));
  const plainPort = await plain.ask("port", null, z.number());
  const to = await hotNumber(server);
  const ofPlain = { port: plainPort, pid: plain.pid };
  const plans: Omit<Contender, "perSecond" | "cpu">[] = [
    {
      name: "AgentPass",
      path: "/webhook/sms-received",
      port: server.port,
      pid: server.pid,
      check: (stored) => checkAgentPass(database, stored),
    },
    {
      name: "an insert a request",
      path: "/plain",
      ...ofPlain,
      check: (stored) => checkTable(database, "sms", stored),
    },
    {
      name: "the same, numbered without gaps",
      path: "/ordered",
      ...ofPlain,
      check: (stored) => checkOrdered(database, stored),
    },
  ];
  const contenders: Contender[] = plans.map((plan) => Object.assign(plan, { perSecond: [], cpu: [] }));
  const { accountSid, authToken } = server.mockCredentials;
  for (let round = -1; round < rounds; round += 1)
    for (const contender of contenders) {
      const { port, path } = contender;
      const cpuBefore = cpuMs(contender.pid);
      const { ms, stored } = await load.ask(
        "run",
        { port, path, to, accountSid, authToken, requests, inFlight: IN_FLIGHT },
        loadResult,
      );
      const cpu = cpuMs(contender.pid) - cpuBefore;
      if (stored.length !== requests)
        throw new Error(
          `${contender.name}: ${requests - stored.length} of ${requests} webhooks were refused`,
        );
      await contender.check(stored);
      if (round < 0) continue;
      contender.perSecond.push((1000 * requests) / ms);
      contender.cpu.push((1000 * cpu) / requests);
    }
  return report(contenders, { rounds, requests });
}

/** A number that an agent holds, so that each message goes the whole way to a holder. */
async function hotNumber(server: RunningServer): Promise<string> {
  const { key } = await apiClient(server.url, server.ownerKey).key.create.mutate({
    kind: "agent",
    name: "hot",
  });
  return (await apiClient(server.url, key).agent.getNumber.mutate({})).phoneNumber;
}

async function checkTable(database: Client, table: string, stored: readonly string[]): Promise<void> {
  const { rows } = await database.query<{ found: string }>(
    `select count(*) as found from bench.${table} where sid = any($1)`,
    [stored],
  );
  if (Number(rows[0]?.found) !== stored.length)
    throw new Error(`bench.${table}: ${rows[0]?.found} of ${stored.length} stored webhooks are there`);
}

async function checkOrdered(database: Client, stored: readonly string[]): Promise<void> {
  await checkTable(database, "ordered_sms", stored);
  const { rows } = await database.query<{ gaps: string }>(
    "select max(seq) - count(*) as gaps from bench.ordered_sms",
  );
  if (Number(rows[0]?.gaps) !== 0) throw new Error(`the numbered table has ${rows[0]?.gaps} gaps`);
}

async function checkAgentPass(database: Client, stored: readonly string[]): Promise<void> {
  const { rows } = await database.query<{ messages: string; told: string; gaps: string }>(
    `select count(distinct provider_message_id) as messages, count(*) as told,
       (select max(seq) - min(seq) + 1 - count(*) from events) as gaps
     from messages join events on events.message_id = messages.id and events.type = 'message.received'
     where provider_message_id = any($1)`,
    [stored],
  );
  const { messages, told, gaps } = rows[0] ?? {};
  if (Number(messages) !== stored.length || Number(told) !== stored.length || Number(gaps) !== 0)
    throw new Error(
      `AgentPass: of ${stored.length} acknowledged webhooks ${messages} are stored, ${told} events tell of them, the stream has ${gaps} gaps`,
    );
}

function report(contenders: readonly Contender[], options: P2Options): Report {
  const [ours, plain, ordered] = contenders;
  const base = plain?.perSecond ?? [];
  const perSecond = median(ours?.perSecond ?? []);
  return {
    id: "P2",
    title: `P2: durable webhooks a second, one hot number, ${IN_FLIGHT} in flight, ${options.rounds} rounds of ${number(options.requests)}`,
    head: ["", "webhooks/s", "times an insert a request", "server's CPU, µs each"],
    rows: contenders.map(({ name, perSecond, cpu }) => [
      name,
      number(median(perSecond)),
      number(medianRatio(perSecond, base)),
      number(median(cpu)),
    ]),
    goals: [
      {
        what: "times an insert a request",
        measured: medianRatio(ours?.perSecond ?? [], base),
        bound: { atLeast: 2 },
      },
      { what: "webhooks a second", measured: perSecond, bound: { atLeast: 4_000 } },
      {
        what: "times an insert a request with the same promise of order",
        measured: medianRatio(ours?.perSecond ?? [], ordered?.perSecond ?? []),
        bound: { atLeast: 2 },
      },
    ],
    figures: {
      ...options,
      inFlight: IN_FLIGHT,
      contenders: contenders.map(({ name, perSecond, cpu }) => ({ name, perSecond, cpu })),
    },
  };
}
