/** Takes a code out of a text, also where the text writes it in groups ("123 456", "123-456"). */
export function redactCode(text: string, code: string): string {
  const characters = Array.from(code).filter((character) => /[\p{L}\p{N}]/u.test(character));
  if (characters.length === 0) return text;
  const grouped = characters
    .map((character) => character.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
    .join("[\\s\\-.\\u2010-\\u2015]{0,2}");
  return text.replace(new RegExp(grouped, "giu"), (found) => "•".repeat(found.length));
}
