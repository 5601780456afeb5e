/** A limit that was typed: null where the field is empty, undefined where it is no whole number from 0 to a million. */
export function limitOf(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === "") return null;
  if (!/^\d{1,7}$/.test(text)) return undefined;
  const value = Number(text);
  return value <= 1_000_000 ? value : undefined;
}
