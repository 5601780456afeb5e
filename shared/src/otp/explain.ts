import { decide, type Decision } from "./decide.ts";
import { type DomainBound, findDomainLine } from "./domain-line.ts";
import { findExpiry } from "./expiry.ts";
import { type Message, readMessage } from "./message.ts";
import { type Scored, THRESHOLD } from "./score.ts";
import { findService } from "./service.ts";
import type { ExplainedCandidate, Explanation, ExtractOptions, Otp, Veto } from "./types.ts";

/** Decides, and says why: for the tray, for `seen_nonmatching`, and for whoever adds a language. */
export function explain(body: string, options: ExtractOptions): Explanation {
  const bound = findDomainLine(body);
  const message = readMessage(body);
  const decision = decide(message);
  const otp = bound ? fromDomain(message, bound, options) : fromText(message, decision, options);
  return {
    otp,
    candidates: decision.scored.map((scored) => describe(message, scored, decision)),
    reason: reasonOf(otp, decision),
  };
}

/** The same decision without the report. */
export function decideOtp(body: string, options: ExtractOptions): Otp | null {
  const bound = findDomainLine(body);
  const message = readMessage(body);
  return bound ? fromDomain(message, bound, options) : fromText(message, decide(message), options);
}

function fromDomain(message: Message, { code, domain }: DomainBound, options: ExtractOptions): Otp {
  return complete({ code, kind: "domain-bound", domain, confidence: 1 }, { message, winner: null, options });
}

function fromText(message: Message, { winner }: Decision, options: ExtractOptions): Otp | null {
  if (!winner) return null;
  const { code } = winner.candidate;
  const kind = /^\d+$/u.test(code) ? "numeric" : "alphanumeric";
  return complete({ code, kind, confidence: confidenceOf(winner.score) }, { message, winner, options });
}

function complete(
  otp: Otp,
  about: { message: Message; winner: Scored | null; options: ExtractOptions },
): Otp {
  const service =
    findService(about.message, about.winner) ?? nameOf(about.options.sender) ?? otp.domain?.split(".")[0];
  const seconds = findExpiry(about.message, about.options.receivedAt);
  if (service !== undefined) otp.service = service;
  if (seconds !== undefined) otp.expiresInSeconds = seconds;
  return otp;
}

/** An alphanumeric sender is a name; a number is none. */
function nameOf(sender: string | undefined): string | undefined {
  return sender !== undefined && /[A-Za-z]{2}/u.test(sender) ? sender : undefined;
}

/** 0.5 at the threshold, near 1 where an announcing word points straight at the code. */
function confidenceOf(score: number): number {
  return Math.round(100 / (1 + Math.exp(-(score - THRESHOLD) * 0.8))) / 100;
}

function describe(
  message: Message,
  { candidate, score, link }: Scored,
  { winner }: Decision,
): ExplainedCandidate {
  const described: ExplainedCandidate = {
    code: candidate.code,
    at: message.offsets[candidate.start] ?? 0,
    score: Math.round(score * 10) / 10,
  };
  const won = winner?.candidate === candidate;
  if (candidate.veto) described.veto = candidate.veto;
  else if (!won) described.veto = winner && link ? "superseded" : "not-announced";
  if (link) described.announcedBy = message.text.slice(link.announcer.start, link.announcer.end);
  return described;
}

/** What a candidate is that is no code, for people; nothing of the message itself. */
const WHAT: Readonly<Record<Veto, string>> = {
  account: "an account number",
  amount: "an amount",
  card: "a card number",
  date: "a date",
  duration: "a length of time",
  email: "an e-mail address",
  link: "a link",
  "not-announced": "a number",
  "number-range": "a list of numbers",
  "other-code": "another kind of code",
  phone: "a phone number",
  reference: "a reference number",
  superseded: "a code that is no longer valid",
  time: "a time",
  "too-long": "a number too long for a code",
  "too-short": "a number too short for a code",
  ussd: "a code to dial",
  word: "a word with digits",
};
const MOST_NAMED = 3;

function nothingAnnounced(scored: readonly Scored[]): string {
  const kinds = new Set(scored.map(({ candidate }) => WHAT[candidate.veto ?? "not-announced"]));
  const named = new Intl.ListFormat("en").format([...kinds].slice(0, MOST_NAMED));
  return `The message holds ${named}, but announces no one-time code.`;
}

function reasonOf(otp: Otp | null, { winner, scored }: Decision): string {
  if (otp?.kind === "domain-bound")
    return `The line "@${otp.domain} #${otp.code}" binds the code to its domain.`;
  if (winner)
    return winner.link
      ? `"${winner.candidate.code}" is announced as a one-time code.`
      : `"${winner.candidate.code}" is all that the message holds.`;
  if (scored.length === 0) return "The message holds nothing that could be a code.";
  return nothingAnnounced(scored);
}
