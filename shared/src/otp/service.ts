import { firstHitFrom } from "./gap.ts";
import { type Hit, KIND } from "./lexicon.ts";
import type { Message } from "./message.ts";
import { nameAfter, nameBefore, onlyName, tidyName } from "./names.ts";
import type { Scored } from "./score.ts";
import { CLASS } from "./unicode.ts";

/** Names in brackets are the sender's in East Asia and in many gateways: "[Acme]", "【Acme】", "(Acme)". */
const OPENING = /^[\s<#>]*[[【(「『]\s*([^\]】)」』\n]{2,30}?)\s*[\]】)」』]/u;
const CLOSING = /[[【「『]\s*([^\]】)」』\n]{2,30}?)\s*[\]】」』][\s.。]*$/u;
const PREFIX = /^[\s<#>]*([^\s:：\-–][^:：\n]{1,23}?)\s?(?:[:：]|\s[-–—|]\s)/u;
const SIGN_OFF = /(?:^|[\s.!])[-–—~]\s?((?:the |team )?[\p{L}\d][\p{L}\d.&' ]{1,24})[.!]?\s*$/iu;

/** The service that sent the code, as the message names it; undefined where it names none. */
export function findService(message: Message, winner: Scored | null): string | undefined {
  return (
    inVendorPrefix(message, winner) ??
    inBrackets(message) ??
    nearAnnouncer(message, winner) ??
    inPrefix(message) ??
    inGreeting(message) ??
    inSignOff(message) ??
    beforeAccount(message) ??
    inSentence(message, winner)
  );
}

/** Prefixes by which a vendor is known, seen in its own messages. */
const VENDOR_PREFIXES: Readonly<Record<string, string>> = { G: "Google", FB: "Facebook", IG: "Instagram" };

function inVendorPrefix({ text }: Message, winner: Scored | null): string | undefined {
  const prefix = winner
    ? /^([A-Z]{1,2})-\d/u.exec(text.slice(winner.candidate.start, winner.candidate.end))
    : null;
  return prefix?.[1] === undefined ? undefined : VENDOR_PREFIXES[prefix[1]];
}

function inBrackets(message: Message): string | undefined {
  return (
    asName(message, OPENING.exec(message.text)) ?? asName(message, CLOSING.exec(message.text.slice(-60)))
  );
}

function inPrefix(message: Message): string | undefined {
  return asName(message, PREFIX.exec(message.text.slice(0, 40)));
}

/** "Welcome to Acme". */
function inGreeting(message: Message): string | undefined {
  const at = message.folded.indexOf("welcome to ");
  return at < 0 ? undefined : nameAfter(message, at + "welcome to".length, undefined);
}

function inSignOff(message: Message): string | undefined {
  const end = message.spans.find((span) => span.kind === "hash")?.start ?? message.text.length;
  const match = SIGN_OFF.exec(message.text.slice(Math.max(0, end - 40), end).trimEnd());
  return match ? tidyName((match[1] ?? "").replace(/^(?:the |team )/iu, "")) : undefined;
}

/** The bracket or prefix, unless our own tables say that it is a word: "[Verification code]", "Your code: ". */
function asName(message: Message, match: RegExpExecArray | null): string | undefined {
  const name = match?.[1] === undefined ? undefined : tidyName(match[1]);
  if (name === undefined || !/\p{L}/u.test(name)) return undefined;
  const at = message.text.indexOf(name);
  const words =
    KIND.strong |
    KIND.code |
    (message.classes[at] === CLASS.dense ? 0 : KIND.copula) |
    KIND.reference |
    KIND.warn |
    KIND.enter |
    KIND.minute;
  for (let index = firstHitFrom(message.hits, at); index < message.hits.length; index++) {
    const hit = message.hits[index];
    if (!hit || hit.start >= at + name.length) break;
    if ((hit.kinds & words) !== 0) return undefined;
  }
  return name;
}

/** "Your Acme verification code", "code for Acme", "kod Acme". */
function nearAnnouncer(message: Message, winner: Scored | null): string | undefined {
  const announcer = winner?.link?.announcer;
  if (!announcer) return undefined;
  for (const hit of sentenceAnnouncers(message, announcer)) {
    const name =
      nameBefore(message, hit.start, { anyCase: followsYour(message, hit.start) }) ??
      nameAfter(message, hit.end, winner?.candidate);
    if (name !== undefined) return name;
  }
  return undefined;
}

const FARTHEST_NAME = 200;

/** "660182 هو رمز استرداد حسابك في Acme": the only name in the sentence of the code, or in the two before it. */
function inSentence(message: Message, winner: Scored | null): string | undefined {
  if (!winner) return undefined;
  const { sentences } = message;
  const { start, end } = winner.candidate;
  const sentence = sentences[start] ?? 0;
  const from = Math.max(sentences.indexOf(sentence), start - FARTHEST_NAME);
  const to = Math.min(sentences.lastIndexOf(sentence) + 1, end + FARTHEST_NAME);
  const before = Math.max(
    sentences.findIndex((number) => number >= sentence - 2),
    from - FARTHEST_NAME,
  );
  return (
    onlyName(message, { start: from, end: start }) ??
    onlyName(message, { start: end, end: to }) ??
    onlyName(message, { start: before, end: from })
  );
}

/** "Your boa code": one small word between is the name, unless it says what kind of code it is. */
function followsYour({ text }: Message, place: number): boolean {
  const match = /\byour\s(\S+)\s$/iu.exec(text.slice(Math.max(0, place - 30), place));
  return (
    match !== null &&
    !/^(?:unique|personal|private|special|own|single|exclusive|final|one|next|first|current|valid|\d.*)$/iu.test(
      match[1] ?? "",
    )
  );
}

/** The announcing word itself first, then the others of its sentence. */
function sentenceAnnouncers(message: Message, announcer: Hit): Hit[] {
  const sentence = message.sentences[announcer.start];
  const index = firstHitFrom(message.hits, announcer.start);
  const around = message.hits.slice(Math.max(0, index - 5), index + 6);
  const others = around.filter(
    (hit) =>
      hit !== announcer &&
      (hit.kinds & (KIND.strong | KIND.code)) !== 0 &&
      message.sentences[hit.start] === sentence,
  );
  return [announcer, ...others];
}

/** "…of your Acme account", "log in to Acme". */
function beforeAccount(message: Message): string | undefined {
  for (const hit of message.hits) {
    if ((hit.kinds & (KIND.account | KIND.act)) === 0) continue;
    const account = (hit.kinds & KIND.account) !== 0;
    const name = account
      ? nameBefore(message, hit.start, {
          anyCase: followsYour(message, hit.start),
        })
      : nameAfter(message, hit.end, undefined);
    if (name !== undefined) return name;
  }
  return undefined;
}
