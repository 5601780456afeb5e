import { setTimeout as pause } from "node:timers/promises";
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
  talk.progress(`Waiting for a text to ${phoneNumber}`);
  while (Date.now() - started < forMs) {
    if (twilio !== null && !hops.has("twilio"))
      note("twilio", await atTwilio(twilio, { phoneNumber, started }));
    const { messages } = await api.message.list.query({
      phoneNumber,
      since: new Date(started - 1000).toISOString(),
      limit: 50,
    });
    const message = messages.at(-1);
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

type Twilio = NonNullable<Patient["twilio"]>;

async function atTwilio(
  twilio: Twilio,
  { phoneNumber, started }: { phoneNumber: string; started: number },
): Promise<number | undefined> {
  // Twilio tells whole seconds.
  for await (const { dateSent } of twilio.listInbound({ after: started - 1000, to: phoneNumber as never }))
    return dateSent;
  return undefined;
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
