/** P5: a server is restarted under many of the product's own clients: until all are live again, and what they missed. */
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { apiClient } from "../../support/api-client.ts";
import { connectToEmbedded } from "../../support/connect-to-embedded.ts";
import { RunningServer } from "../../support/running-server.ts";
import { cpuMs } from "../process-cost.ts";
import { number, type Report } from "../report.ts";
import { median, quantile } from "../statistics.ts";
import { Worker } from "../worker.ts";

export interface P5Options {
  rounds: number;
  clients: number;
}

const PROCESSES = 2;
/** Clients share keys, since a real team's have their own and a key has a limit of calls. */
const CLIENTS_A_KEY = 50;
/** Beyond this the clients do not come back. */
const PATIENCE_MS = 120_000;

interface Restart {
  how: "SIGTERM" | "SIGKILL";
  /** From the signal until the server listens again. */
  serverMs: number;
  /** From the signal until so many clients were live again. */
  halfMs: number;
  allMs: number;
  /** Of the new process, milliseconds, until all were live and had heard everything. */
  cpuMs: number;
  lost: number;
}

/** How long it is watched what clients cost that only listen. */
const REST_MS = 5_000;

const outcome = z.object({ lost: z.number(), twice: z.number(), violations: z.number() });

const now = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Throws where a client lost a message, got one twice or out of order, or did not come back. */
export async function benchP5({ rounds, clients }: P5Options): Promise<Report> {
  await using stack = new AsyncDisposableStack();
  const server = stack.use(await RunningServer.start({ env: { AGENTPASS_LOG_LEVEL: "warn" } }));
  const admin = apiClient(server.url, server.ownerKey);
  const { key } = await admin.key.create.mutate({ kind: "agent", name: "bench" });
  const { phoneNumber } = await apiClient(server.url, key).agent.getNumber.mutate({});
  const keys: string[] = [];
  while (keys.length * CLIENTS_A_KEY < clients)
    keys.push((await admin.key.create.mutate({ kind: "admin", name: `bench ${keys.length}` })).key);
  const workers = Array.from({ length: PROCESSES }, () =>
    stack.use(new Worker(new URL("feeds.ts", import.meta.url))),
  );
  const all = <T>(work: (worker: Worker) => Promise<T>): Promise<T[]> => Promise.all(workers.map(work));
  const started = all((worker) =>
    worker.ask("start", { url: server.url, keys, count: clients / PROCESSES }, z.null()),
  );
  await Promise.race([started, tooLate()]);
  const restShare = await shareOfCore(server.pid);

  const sent: string[] = [];
  const restarts: Restart[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const how of ["SIGTERM", "SIGKILL"] as const) {
      sent.push(await deliver(server, phoneNumber));
      const startedAt = now();
      const back = all((worker) => worker.ask("back", null, z.array(z.number())));
      const restarted = server.stop(how).then(() => server.start());
      sent.push(await deliver(server, phoneNumber));
      await restarted;
      const serverMs = now() - startedAt;
      const live = (await Promise.race([back, tooLate()])).flat().map((at) => at - startedAt);
      sent.push(await deliver(server, phoneNumber));
      const ids = await messageIds(server, sent);
      const heard = await Promise.race([all((worker) => worker.ask("heard", ids, outcome)), tooLate()]);
      const lost = heard.reduce((sum, part) => sum + part.lost, 0);
      const wrong = heard.reduce((sum, part) => sum + part.twice + part.violations, 0);
      if (lost + wrong > 0)
        throw new Error(`after a ${how}: ${lost} messages lost, ${wrong} out of order or twice`);
      restarts.push({
        how,
        serverMs,
        halfMs: quantile(live, 0.5),
        allMs: Math.max(...live),
        cpuMs: cpuMs(server.pid),
        lost,
      });
    }
  return report(restarts, { rounds, clients, restShare });
}

/** What a process uses while nothing happens but its clients' keep-alive: seconds of CPU a second. */
async function shareOfCore(pid: number): Promise<number> {
  const before = cpuMs(pid);
  const startedAt = now();
  await pause(REST_MS);
  return (cpuMs(pid) - before) / (now() - startedAt);
}

/** As a provider that tries again. Gives its id of the message. */
async function deliver(server: RunningServer, to: string): Promise<string> {
  const sms = server.prepareSms(to, "Your code is 482913");
  for (;;) {
    if ((await sms.send().catch(() => 0)) === 200) return sms.id;
    await pause(50);
  }
}

async function messageIds(server: RunningServer, sent: readonly string[]): Promise<string[]> {
  await using database = await connectToEmbedded(server.dataFolder);
  const { rows } = await database.query<{ id: string }>(
    "select id from messages where provider_message_id = any($1)",
    [sent],
  );
  if (rows.length !== sent.length)
    throw new Error(`${sent.length - rows.length} acknowledged messages are not stored`);
  return rows.map(({ id }) => id);
}

async function tooLate(): Promise<never> {
  await once(AbortSignal.timeout(PATIENCE_MS), "abort");
  throw new Error(`some clients were not live, or had not heard everything, after ${PATIENCE_MS / 1000} s`);
}

function report(restarts: readonly Restart[], options: P5Options & { restShare: number }): Report {
  const seconds = (how: string, what: "serverMs" | "halfMs" | "allMs" | "cpuMs"): string =>
    number(median(restarts.filter((restart) => restart.how === how).map((restart) => restart[what])) / 1000);
  return {
    id: "P5",
    title: `P5: a restart under ${number(options.clients)} clients, seconds from the signal, ${options.rounds} rounds`,
    head: [
      "",
      "server listens again",
      "half of the clients live",
      "all live",
      "server's CPU meanwhile",
      "messages lost",
    ],
    rows: [
      ...(["SIGTERM", "SIGKILL"] as const).map((how) => [
        how === "SIGTERM" ? "orderly (SIGTERM)" : "killed (SIGKILL)",
        seconds(how, "serverMs"),
        seconds(how, "halfMs"),
        seconds(how, "allMs"),
        seconds(how, "cpuMs"),
        "0",
      ]),
      ["one second at rest", "", "", "", number(options.restShare), ""],
    ],
    goals: [
      {
        what: "s until all clients are live again, the worst restart",
        measured: Math.max(...restarts.map(({ allMs }) => allMs)) / 1000,
        bound: { atMost: 30 },
      },
      {
        what: "messages lost",
        measured: restarts.reduce((sum, { lost }) => sum + lost, 0),
        bound: { atMost: 0 },
      },
    ],
    figures: { ...options, restarts },
  };
}
