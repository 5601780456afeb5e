import type { InboundListed } from "../../twilio/twilio-client.ts";
import type { Mode } from "../../config/config.ts";
import { failed, ok, problem, skipped, type Finding } from "./finding.ts";
import type { Patient } from "./patient.ts";

const HOUR_MS = 3_600_000;
/** A message of the last minute may be on its way. */
const ON_ITS_WAY_MS = 60_000;

export async function checkTwilioAccount({ twilio, config, isElsewhere }: Patient): Promise<Finding[]> {
  if (twilio === null) return [skipped("twilio-account", whyNot(config?.mode, isElsewhere))];
  try {
    const { status, type, friendlyName } = await twilio.account();
    if (status !== "active")
      return [
        problem(
          "twilio-account",
          `the account is ${status}`,
          "Settle it in Twilio's console (billing, or the notices of its compliance team).",
        ),
      ];
    const trial = type === "Trial" ? "; it is a trial, which may hold one number only" : "";
    return [ok("twilio-account", `account and token work: "${friendlyName}" is active${trial}`)];
  } catch (error) {
    return [failed("twilio-account", "The account cannot be used", error)];
  }
}

function whyNot(mode: Mode | undefined, isElsewhere: boolean): string {
  if (isElsewhere) return "the server is on another machine; run doctor there";
  if (mode === "mock" || mode === "gateway") return `${mode} mode has no account`;
  return "the configuration does not tell the account";
}

/** Whether what reached Twilio within a day also reached the webhook and the database, and the agents. */
export async function checkArrivals({ twilio, api }: Patient): Promise<Finding[]> {
  if (twilio === null || api === null)
    return [skipped("arrivals", "it takes Twilio's account and the server to compare them")];
  const now = Date.now();
  const since = new Date(now - 25 * HOUR_MS).toISOString();
  try {
    const [listed, pool, { kept, taken }] = [
      await inbound(twilio.listInbound({ after: now - 24 * HOUR_MS })),
      await poolNumbers(api),
      await storedMessages(api, since),
    ];
    const due = listed.filter(({ to, dateSent }) => pool.has(to) && dateSent < now - ON_ITS_WAY_MS);
    const missed = due.filter(({ sid }) => !kept.has(sid));
    if (missed.length > 0)
      return [
        problem(
          "arrivals",
          `${missed.length} of the ${due.length} SMS that reached Twilio within a day are not in the database`,
          "The reconciler stores them within minutes while the server runs; mend the webhook, see its line above.",
        ),
      ];
    return [
      ok(
        "arrivals",
        `all ${due.length} SMS that reached Twilio within a day are in the database; agents took ${taken}`,
      ),
    ];
  } catch (error) {
    return [failed("arrivals", "They cannot be compared", error)];
  }
}

async function inbound(messages: AsyncIterable<InboundListed>): Promise<InboundListed[]> {
  const all: InboundListed[] = [];
  for await (const message of messages) all.push(message);
  return all;
}

type Api = NonNullable<Patient["api"]>;

async function storedMessages(api: Api, since: string): Promise<{ kept: Set<string>; taken: number }> {
  const kept = new Set<string>();
  let taken = 0;
  for (let before: string | undefined, more = true; more; more = before !== undefined) {
    const page: Awaited<ReturnType<Api["message"]["list"]["query"]>> = await api.message.list.query({
      since,
      limit: 50,
      ...(before === undefined ? {} : { before }),
    });
    for (const { id, state } of page.messages) {
      kept.add(id);
      if (state === "consumed" || state === "claimed") taken += 1;
    }
    before = page.nextBefore;
  }
  return { kept, taken };
}

/** E.164 of all numbers that are not retired. */
export async function poolNumbers(api: Api): Promise<Set<string>> {
  const found = new Set<string>();
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page: Awaited<ReturnType<Api["number"]["list"]["query"]>> = await api.number.list.query({
      state: ["available", "leased", "quarantined", "suspended"],
      limit: 200,
      ...(after === undefined ? {} : { after }),
    });
    for (const { phoneNumber } of page.numbers) found.add(phoneNumber);
    after = page.nextAfter;
  }
  return found;
}

/** Twilio's error 30038, told before it costs anybody an afternoon. */
export async function checkRedaction({ api, config }: Patient): Promise<Finding[]> {
  const told =
    "Twilio generally does not allow receiving one-time codes and may withhold such messages (its error 30038)";
  if (config?.mode === "mock") return [skipped("redaction", "simulated messages are not withheld")];
  if (config?.mode === "gateway") return [skipped("redaction", "gateways withhold nothing")];
  if (api === null) return [skipped("redaction", `the server does not answer; mind that ${told}`)];
  try {
    const since = new Date(Date.now() - 7 * 24 * HOUR_MS).toISOString();
    const { messages } = await api.message.list.query({ states: ["provider_blocked"], since, limit: 50 });
    if (messages.length === 0)
      return [ok("redaction", `no message was withheld within a week; mind that ${told}`)];
    return [
      problem(
        "redaction",
        `${messages.length === 50 ? "50 or more messages were" : messages.length === 1 ? "1 message was" : `${messages.length} messages were`} withheld by Twilio within a week: ${told}`,
        "Use an SMS gateway with a real SIM card for these services (docs/gateways.md).",
      ),
    ];
  } catch (error) {
    return [failed("redaction", "It cannot be told", error)];
  }
}

export async function checkPool({ api }: Patient): Promise<Finding[]> {
  if (api === null) return [skipped("pool", "the server does not answer")];
  try {
    const { counts, exhaustedAt, purchases } = await api.number.state.query();
    const { available, leased, quarantined, suspended } = counts;
    const shown = `${available} free, ${leased} leased, ${quarantined} resting, ${suspended} suspended`;
    if (available > 0)
      return [
        ok("pool", shown + (exhaustedAt === undefined ? "" : `; at this rate exhausted by ${exhaustedAt}`)),
      ];
    const buys = purchases?.autoProvision === true && purchases.refused === undefined;
    if (buys) return [ok("pool", `${shown}; the next agent's number will be bought`)];
    const why = purchases?.refused === undefined ? "" : `; none is bought, because ${purchases.refused}`;
    return [
      problem(
        "pool",
        `no number is free: ${shown}${why}`,
        "End leases that are not needed (lease list), lift a quarantine (number lift), or add numbers (number add, number provision).",
      ),
    ];
  } catch (error) {
    return [failed("pool", "Its state cannot be told", error)];
  }
}
