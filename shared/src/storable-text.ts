import { z } from "zod";

/** Whether PostgreSQL can keep the text: it takes neither NUL nor, in JSON, half of a character (a lone surrogate). */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

export const NOT_STORABLE = "must not hold NUL characters or halves of characters (lone surrogates)";

/** For every text of a caller that is stored or looked for. */
export const storableText = z.string().refine(isStorable, NOT_STORABLE);
