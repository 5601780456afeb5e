import { asE164, type E164 } from "@agentpass/shared/phone-number";
import type {
  MessageInstance,
  MessageListInstancePageOptions,
} from "twilio/lib/rest/api/v2010/account/message.js";
import type { Api } from "./api.ts";
import type { InboundListed } from "./twilio-client.ts";

const DAY_MS = 86_400_000;
/** The most that Twilio gives at once; a number's latest few are most of what is asked for. */
const PAGE_SIZE = { account: 1000, number: 50 } as const;

/**
 * Twilio lists newest first. So an account's messages are asked for by days (the one resolution that its
 * documentation promises for DateSent), and each day is turned round once it is complete.
 *
 * A number's messages are asked for without a date: those are few, and one that Twilio withheld from the webhook may
 * have no DateSent, which is the time of the webhook.
 */
export async function* listInbound(
  api: Api,
  { after, to, now }: { after: number; to?: E164; now: number },
): AsyncGenerator<InboundListed> {
  if (to !== undefined) {
    yield* oldestFirst(await messagesOf(api, { to }, after), after);
    return;
  }
  for (let day = startOfDay(after); day <= now; day += DAY_MS) {
    // The last day's upper bound is left open: clocks differ, and a message may have come since.
    const isLast = day + DAY_MS > now;
    const dates = {
      dateSentAfter: new Date(Math.max(day, Math.floor(after / 1000) * 1000)),
      ...(isLast ? {} : { dateSentBefore: new Date(day + DAY_MS) }),
    };
    const until = isLast ? Number.POSITIVE_INFINITY : day + DAY_MS;
    const found = await messagesOf(api, dates, Math.max(day, after));
    yield* oldestFirst(
      found.filter((message) => message.dateSent < until),
      Math.max(day, after),
    );
  }
}

/** Pages until one holds nothing of `after` or later; newest first, as Twilio lists. */
async function messagesOf(
  api: Api,
  filter: MessageListInstancePageOptions,
  after: number,
): Promise<InboundListed[]> {
  const pageSize = filter.to === undefined ? PAGE_SIZE.account : PAGE_SIZE.number;
  const found: InboundListed[] = [];
  let next: string | undefined;
  do {
    const page = await api.call(({ messages }) =>
      next === undefined ? messages.page({ ...filter, pageSize }) : messages.getPage(next),
    );
    found.push(...page.instances.flatMap(listed));
    const reached = page.instances.some((message) => timeOf(message) >= after);
    next = reached ? page.nextPageUrl : undefined;
  } while (next !== undefined);
  return found;
}

/** Within one second Twilio's order is the only one there is. */
function oldestFirst(newestFirst: readonly InboundListed[], after: number): InboundListed[] {
  const from = Math.floor(after / 1000) * 1000;
  return newestFirst
    .filter((message) => message.dateSent >= from)
    .toReversed()
    .toSorted((a, b) => a.dateSent - b.dateSent);
}

function listed(message: MessageInstance): InboundListed[] {
  const to = asE164(message.to);
  if (message.direction !== "inbound" || to === null) return [];
  return [
    {
      sid: message.sid,
      from: message.from,
      to,
      body: message.body,
      dateSent: timeOf(message),
      errorCode: message.errorCode,
      media: Number(message.numMedia) || 0,
      status: message.status,
    },
  ];
}

/** Epoch milliseconds; a message that is still being received has only the time of its creation. */
function timeOf({ dateSent, dateCreated }: MessageInstance): number {
  const sent = (dateSent as Date | null)?.getTime();
  return sent === undefined || Number.isNaN(sent) ? dateCreated.getTime() : sent;
}

function startOfDay(time: number): number {
  return Math.floor(time / DAY_MS) * DAY_MS;
}
