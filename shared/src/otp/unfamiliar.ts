import type { Candidate } from "./candidates.ts";
import type { Message } from "./message.ts";
import { CLASS } from "./unicode.ts";

const LONGEST = 160;

/**
 * In a language without a table the form has to do: a short message with one number of six digits, at its start or,
 * behind a colon, at its end, and hardly a word that any table knows.
 */
export function looksLikeTemplate(message: Message, candidate: Candidate): boolean {
  const { text, classes, hits, spans } = message;
  if (candidate.code.length !== 6 || text.length > LONGEST || spans.length > 0) return false;
  const words = countWords(classes);
  if (words < 3 || hits.length * 4 > words) return false;
  const before = text.slice(0, candidate.start).trimEnd();
  const after = text.slice(candidate.end).trim();
  return (before === "" && after !== "") || (before.endsWith(":") && (after === "" || after === "."));
}

function countWords(classes: Uint8Array): number {
  let words = 0;
  for (let at = 0; at < classes.length; at++)
    if (classes[at] === CLASS.letter && classes[at - 1] !== CLASS.letter) words++;
  return words;
}
