/** Control, format (bidirectional, invisible) and separator characters: written by strangers, they could rewrite the terminal. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A stranger's text as one harmless line. */
export function printable(text: string): string {
  return text.replace(new RegExp(`${UNPRINTABLE.source}+`, "gu"), " ").trim();
}

/** Our own lines, harmless whatever names and texts stand in them: line feeds stay, all else that is not seen goes. */
export function printableLines(text: string): string {
  return text.replace(UNPRINTABLE, (character) => (character === "\n" ? character : " "));
}

/** JSON over several lines, or on one; what a terminal would act on is escaped, which changes no value. */
export function printableJson(data: unknown, indent = 2): string {
  return (JSON.stringify(data, null, indent) ?? "null").replace(UNPRINTABLE, (character) =>
    character === "\n" ? character : escaped(character),
  );
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
    .join("");
}
