import { setTimeout as pause } from "node:timers/promises";
import { asE164 } from "@agentpass/shared/phone-number";
import { fail } from "@agentpass/shared/problem";
import type { Talk } from "../talk.ts";
import type { Patient } from "./patient.ts";

/** A place on an SMS's way, and when it was seen there. Epoch milliseconds. */
export interface Hop {
  hop: "twilio" | "webhook" | "database" | "waiting agent" | "agent's answer" | "agent took it";
  at: number;
}

export interface ListenOptions {
  phoneNumber: string;
  forMs: number;
  talk: Talk;
  /** Called for each hop as it is seen. */
  onHop: (hop: Hop) => void;
}

const EVERY_MS = 1000;
/** The clocks of server and Twilio may differ from ours by this. What was there before is told apart by its id. */
const SKEW_MS = 60_000;
/** After it was stored, an agent that waits has it within this. */
const AGENT_MS = 5000;

/**
 * Waits for one text of the person's own, and tells each hop. Resolves with the hops; fails, with where it got to,
 * when the time is over.
 */
export async function listen(patient: Patient, options: ListenOptions): Promise<Hop[]> {
  const { phoneNumber, forMs, talk } = options;
  const { api, twilio } = patient;
  if (api === null) return fail("unavailable", `--listen needs the server: ${patient.silence}`);
  const started = Date.now();
  const hops = new Map<Hop["hop"], Hop>();
  const note = (hop: Hop["hop"], at: number | null | undefined): void => {
    if (at === null || at === undefined || hops.has(hop)) return;
    hops.set(hop, { hop, at });
    options.onHop({ hop, at });
  };
  let storedAt: number | null = null;
  const sources = { api, twilio, phoneNumber, since: started - SKEW_MS };
  const [known, knownAtTwilio] = [idsOf(await stored(sources)), idsOf(await atTwilio(sources))];
  talk.progress(`Waiting for a text to ${phoneNumber}`);
  while (Date.now() - started < forMs) {
    const reached = (await atTwilio(sources)).find(({ id }) => !knownAtTwilio.has(id));
    note("twilio", reached?.at);
    const message = (await stored(sources)).find(({ id }) => !known.has(id));
    if (message !== undefined) {
      const receipt = await api.message.receipt.query({ id: message.id });
      note("webhook", receipt.receivedAt);
      note("database", receipt.storedAt);
      note("waiting agent", receipt.matchedAt);
      note("agent's answer", receipt.pushedAt);
      note("agent took it", receipt.takenAt);
      storedAt ??= Date.now();
      const isThrough = receipt.takenAt !== null || Date.now() - storedAt > AGENT_MS;
      if (isThrough && (twilio === null || hops.has("twilio"))) return [...hops.values()];
    }
    await pause(EVERY_MS);
  }
  return storedAt === null
    ? fail("conflict", lostAt(hops.has("twilio"), { ...options, real: twilio !== null }))
    : [...hops.values()];
}

interface Sources {
  api: NonNullable<Patient["api"]>;
  twilio: Patient["twilio"];
  phoneNumber: string;
  /** Epoch milliseconds. */
  since: number;
}

interface Seen {
  id: string;
  at: number;
}

function idsOf(seen: readonly Seen[]): Set<string> {
  return new Set(seen.map(({ id }) => id));
}

/** Oldest first. */
async function stored({ api, phoneNumber, since }: Sources): Promise<Seen[]> {
  const { messages } = await api.message.list.query({
    phoneNumber,
    since: new Date(since).toISOString(),
    limit: 50,
  });
  return messages.map(({ id, receivedAt }) => ({ id, at: Date.parse(receivedAt) })).toReversed();
}

async function atTwilio({ twilio, phoneNumber, since }: Sources): Promise<Seen[]> {
  const seen: Seen[] = [];
  const to = asE164(phoneNumber);
  if (twilio === null || to === null) return seen;
  for await (const { sid, dateSent } of twilio.listInbound({ after: since, to }))
    seen.push({ id: sid, at: dateSent });
  return seen;
}

function lostAt(
  reachedTwilio: boolean,
  { phoneNumber, forMs, real }: ListenOptions & { real: boolean },
): string {
  const within = `within ${Math.round(forMs / 1000)} s`;
  if (!real)
    return `No SMS to ${phoneNumber} came ${within}; send one with: pnpm simulate --to ${phoneNumber} --body "Your code is 482913"`;
  return reachedTwilio
    ? `The SMS to ${phoneNumber} reached Twilio, but not the webhook ${within}; run: pnpm agentpass doctor`
    : `No SMS to ${phoneNumber} reached Twilio ${within}; look at the number you sent it to, and at Twilio's console, Messaging logs.`;
}
