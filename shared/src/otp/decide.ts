import { bareCode } from "./bare.ts";
import { type Candidate, findCandidates } from "./candidates.ts";
import { labelVeto } from "./labels.ts";
import { addLetterCandidates } from "./letters.ts";
import type { Message } from "./message.ts";
import { readContext, scoreCandidate, type Scored, THRESHOLD } from "./score.ts";

/** No SMS holds more numbers; the rest of a text made to be slow is not looked at. */
const MOST_SCORED = 64;

export interface Decision {
  winner: Scored | null;
  scored: Scored[];
}

/** The candidate that the message announces, if one is announced clearly enough. */
export function decide(message: Message): Decision {
  const candidates = addLetterCandidates(
    message,
    findCandidates(message).map((candidate) => withLabelVeto(message, candidate)),
  );
  const all = { candidates, context: readContext(message) };
  const scored = candidates.map((candidate, index) =>
    candidate.veto || index >= MOST_SCORED
      ? { candidate, score: 0, link: null }
      : scoreCandidate(message, candidate, all),
  );
  const best = scored.reduce<Scored | null>(
    (top, next) => (next.score > (top?.score ?? 0) ? next : top),
    null,
  );
  if (best && best.score >= THRESHOLD) return { winner: best, scored };
  const bare = bareCode(message, candidates);
  return { winner: bare, scored };
}

function withLabelVeto(message: Message, candidate: Candidate): Candidate {
  // "Call 18001234567": the label says more than the length.
  const veto =
    candidate.veto === undefined || candidate.veto === "too-long"
      ? (labelVeto(message, candidate) ?? candidate.veto)
      : candidate.veto;
  return veto ? { ...candidate, veto } : candidate;
}
