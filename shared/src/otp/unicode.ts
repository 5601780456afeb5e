/** Classes of UTF-16 units, as far as finding a code needs them. */
export const CLASS = { other: 1, invisible: 2, space: 3, newline: 4, digit: 5, letter: 6, dense: 7 } as const;

const classes = new Uint8Array(0x10000);
const plain = new Uint16Array(0x10000);
const folded = new Uint16Array(0x10000);

/** Letters that Unicode does not decompose but people leave out or type as their plain neighbour. */
const LOOKALIKE = new Map(
  Object.entries({
    ø: "o",
    đ: "d",
    ł: "l",
    ı: "i",
    ß: "s",
    æ: "a",
    œ: "o",
    ð: "d",
    þ: "t",
    ς: "σ",
    ħ: "h",
    ə: "e",
    ک: "ك",
    ی: "ي",
    ى: "ي",
    ة: "ه",
    ہ: "ه",
    ھ: "ه",
    ۀ: "ه",
    ے: "ي",
    "’": "'",
    "‘": "'",
    ʻ: "'",
    ʼ: "'",
    "`": "'",
  }),
);

/** Scripts that put no space between words, and Hangul, whose particles are glued to the word. */
const DENSE_RANGES = [
  [0x0e00, 0x0eff],
  [0x0f00, 0x109f],
  [0x1100, 0x11ff],
  [0x1780, 0x17ff],
  [0x2e80, 0x9fff],
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff],
  [0xf900, 0xfaff],
] as const;
const NUKTA = /[\u093c\u09bc\u0a3c\u0abc\u0b3c]/;
/** Marks that people and senders leave out: accents, Hebrew points, Arabic vowels, nuktas, variation selectors, fillers. */
const DROPPED_RANGES = [
  [0x0300, 0x036f],
  [0x0483, 0x0487],
  [0x0591, 0x05c7],
  [0x0610, 0x061a],
  [0x0640, 0x0640],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06ed],
  [0x093c, 0x093c],
  [0x09bc, 0x09bc],
  [0x0a3c, 0x0a3c],
  [0x0abc, 0x0abc],
  [0x0b3c, 0x0b3c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xffa0, 0xffa0],
] as const;
const INVISIBLE = /[\p{Cf}\p{Me}\p{Cc}]/u;
const DASH = /[-_\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;

/** Digit value of a code point of any script, or -1. */
export function digitValue(codePoint: number): number {
  // The mathematical digits are five alphabets in a row; every other script has its own block of ten.
  if (codePoint >= 0x1d7ce && codePoint <= 0x1d7ff) return (codePoint - 0x1d7ce) % 10;
  if (!isDecimal(codePoint)) return -1;
  let zero = codePoint;
  while (codePoint - zero < 9 && isDecimal(zero - 1)) zero--;
  return codePoint - zero;
}

function isDecimal(codePoint: number): boolean {
  return /\p{Nd}/u.test(String.fromCodePoint(codePoint));
}

function fill(unit: number): void {
  const char = String.fromCharCode(unit);
  const digit = unit >= 0xd800 && unit <= 0xdfff ? -1 : digitValue(unit);
  const base = baseLetter(char);
  plain[unit] = digit >= 0 ? 48 + digit : plainForm(char, unit);
  folded[unit] = digit >= 0 ? 48 + digit : DASH.test(char) ? 32 : base.charCodeAt(0);
  classes[unit] = digit >= 0 ? CLASS.digit : classOf(char, unit);
}

/** Full-width forms become ASCII; everything else stays as it is. */
function plainForm(char: string, unit: number): number {
  // Not the comma: "123456，5 分钟" is no number with a decimal comma.
  if (unit >= 0xff01 && unit <= 0xff5e && unit !== 0xff0c) return unit - 0xfee0;
  return DASH.test(char) && char !== "_" ? 45 : unit;
}

function baseLetter(char: string): string {
  const lower = char.toLowerCase().slice(0, 1);
  const known = LOOKALIKE.get(lower);
  if (known !== undefined) return known;
  const unit = lower.charCodeAt(0);
  const parts = lower.normalize("NFKD");
  const alphabetic = unit < 0x0700 || (unit >= 0x1e00 && unit <= 0x1fff) || unit >= 0xfb00;
  if (!alphabetic && !(parts.length === 2 && NUKTA.test(parts))) return lower;
  return LOOKALIKE.get(parts.slice(0, 1)) ?? parts.slice(0, 1);
}

function classOf(char: string, unit: number): number {
  if (char === "\n" || char === "\r" || unit === 0x2028 || unit === 0x2029) return CLASS.newline;
  if (char === "\t") return CLASS.space;
  // Before white space, because U+FEFF is both.
  if (INVISIBLE.test(char) || inRanges(DROPPED_RANGES, unit)) return CLASS.invisible;
  if (/\s/.test(char)) return CLASS.space;
  if (!/[\p{L}\p{M}]/u.test(char)) return CLASS.other;
  return inRanges(DENSE_RANGES, unit) ? CLASS.dense : CLASS.letter;
}

function inRanges(ranges: readonly (readonly [number, number])[], unit: number): boolean {
  return ranges.some(([from, to]) => unit >= from && unit <= to);
}

/** The class of a UTF-16 unit. Filled on first use: most of the 65,536 never occur. */
export function classOfUnit(unit: number): number {
  if (classes[unit] === 0) fill(unit);
  return classes[unit] ?? CLASS.other;
}

/** The unit as it is shown in a code: ASCII digits, no full-width forms. */
export function plainUnit(unit: number): number {
  return plain[unit] ?? unit;
}

/** The unit as words are compared: lower case, without accents, dashes as spaces. */
export function foldedUnit(unit: number): number {
  return folded[unit] ?? unit;
}
