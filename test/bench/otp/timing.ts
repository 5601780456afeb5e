import type { Extractor } from "./rivals.ts";
import type { Row } from "./corpus.ts";

const CHUNK = 200;

/** Mean microseconds a message: of each chunk of messages the best of five runs, because the machine is shared. */
export function meanMicroseconds({ find }: Extractor, rows: readonly Row[]): number {
  let milliseconds = 0;
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    const run = (): number =>
      timeOf(() => {
        for (const { body } of chunk) find(body);
      });
    milliseconds += Math.min(run(), run(), run(), run(), run());
  }
  return (milliseconds * 1000) / rows.length;
}

const HOSTILE_LENGTH = 10_000;

/** Texts made to be slow: each repeats one piece to ten thousand characters. */
const PIECES: Readonly<Record<string, string>> = {
  digits: "1",
  "groups of digits": "123 456 ",
  dashes: "1-",
  stops: "1.",
  letters: "a",
  "announcing words": "code ",
  "words and codes": "code 1234 ",
  "open brackets": "[",
  "domain lines": "@a.b #1\n",
  "at signs": "@",
  "hosts without an end": "a.",
  "dense script": "验证码",
  "combining marks": "e\u0301\u0323",
  "invisible characters": "\u200b",
  surrogates: "\u{1d7d8}",
  "half surrogates": "\ud800",
  spaces: " ",
  "lines and numbers": "123456\n",
  "mixed tokens": "a1b2-",
  minutes: "5 minutes ",
  names: "Your Acme code ",
  commands: "Use 4711 to confirm. ",
};

/** Milliseconds a kilobyte for each hostile text, the best of five runs, the worst text first. */
export function hostileMilliseconds({ find }: Extractor): [string, number][] {
  return Object.entries(PIECES)
    .map(([name, piece]): [string, number] => {
      const body = piece.repeat(Math.ceil(HOSTILE_LENGTH / piece.length)).slice(0, HOSTILE_LENGTH);
      const best = Math.min(...[1, 2, 3, 4, 5].map(() => timeOf(() => find(body))));
      return [name, best / (HOSTILE_LENGTH / 1000)];
    })
    .sort((a, b) => b[1] - a[1]);
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
