import { StringDecoder } from "node:string_decoder";
import { MAX_LINE_BYTES } from "./limits.ts";

const NEWLINE = 0x0a;

/** What a chunk of bytes completed; after a line that is too long nothing more can be read. */
export interface ReadLines {
  lines: string[];
  tooLong: boolean;
}

/** Cuts a stream of bytes into lines, and holds no more than one line while it does. */
export class LineReader {
  readonly #decoder = new StringDecoder("utf8");
  #text = "";
  #bytes = 0;

  read(chunk: Buffer): ReadLines {
    const lines: string[] = [];
    let start = 0;
    for (;;) {
      const newline = chunk.indexOf(NEWLINE, start);
      const part = chunk.subarray(start, newline === -1 ? chunk.length : newline);
      this.#bytes += part.length;
      if (this.#bytes > MAX_LINE_BYTES) return { lines, tooLong: true };
      this.#text += this.#decoder.write(part);
      if (newline === -1) return { lines, tooLong: false };
      lines.push(this.#text + this.#decoder.end());
      this.#text = "";
      this.#bytes = 0;
      start = newline + 1;
    }
  }
}

/** One frame as a line, or null where it is longer than the other side would read. */
export function lineOf(frame: object): string | null {
  const line = JSON.stringify(frame);
  return Buffer.byteLength(line) <= MAX_LINE_BYTES ? `${line}\n` : null;
}

/** What a line says, or undefined where it is no JSON. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
