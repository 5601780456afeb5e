import { type Candidate } from "./candidates.ts";
import type { Message } from "./message.ts";
import { looksLikeTemplate } from "./unfamiliar.ts";
import { type Scored, THRESHOLD } from "./score.ts";

/** A message that is nothing but a code, or a code and a name: no word announces it, and none needs to. */
export function bareCode(message: Message, candidates: readonly Candidate[]): Scored | null {
  const open = candidates.filter((candidate) => !candidate.veto);
  const [only] = open;
  if (
    !only ||
    open.length > 1 ||
    candidates.some(({ veto }) => veto !== undefined && veto !== "too-short" && veto !== "duration") ||
    only.doubt
  )
    return null;
  if (only.shape !== "digits" && only.shape !== "grouped") return null;
  const before = message.text.slice(Math.max(0, only.start - 40), only.start).trim();
  const after = message.text.slice(only.end, only.end + 40).trim();
  // "388-941-" was cut off.
  if (after.startsWith("-")) return null;
  const alone = (before === "" || isMark(before)) && (after === "" || isMark(after) || message.forApp);
  const named =
    only.code.length >= 5 &&
    only.code.length <= 8 &&
    /^(?:[\p{L}\p{M}\d .&'+]{2,24}:|[[【(][\p{L}\p{M}\d .&'+]{2,24}[\]】)]:?)$/u.test(before) &&
    after === "";
  return alone || named || message.forApp || isGoogles(message, only) || looksLikeTemplate(message, only)
    ? { candidate: only, score: THRESHOLD + (alone ? 1 : 0), link: null }
    : null;
}

/** Google's own form, "G-" and six digits, needs no words. */
function isGoogles({ text }: Message, { start, end, code }: Candidate): boolean {
  return code.length === 6 && text.slice(start, end) === `G-${code}`;
}

function isMark(text: string): boolean {
  return /^[<#>[\]().!:*\s"'-]+$/u.test(text);
}
