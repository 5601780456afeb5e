import { Transform, type TransformCallback } from "node:stream";

/** The protocol's reader takes 10 MiB together, and closes for good where there is more. */
const LONGEST_LINE = 8 * 1024 * 1024;
const LINE_FEED = 0x0a;
/** .NET writes it before the first line, unless told not to. */
const BYTE_ORDER_MARK = Buffer.from("\uFEFF");

/**
 * The bytes of a client as the protocol's reader can take them: without a byte order mark at their beginning, and with
 * lines cut that are too long, which makes them no JSON, so that they are passed over. `onCut` hears of each.
 */
export class ReadableLines extends Transform {
  readonly #onCut: () => void;
  #isFirst = true;
  /** Bytes of the line so far. */
  #length = 0;

  constructor(onCut: () => void) {
    super();
    this.#onCut = onCut;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const isMarked = this.#isFirst && chunk.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
    this.#isFirst = false;
    let start = isMarked ? BYTE_ORDER_MARK.length : 0;
    while (start < chunk.length) {
      const end = chunk.indexOf(LINE_FEED, start);
      this.#pass(chunk.subarray(start, end === -1 ? chunk.length : end));
      if (end === -1) break;
      this.push(chunk.subarray(end, end + 1));
      this.#length = 0;
      start = end + 1;
    }
    done();
  }

  #pass(part: Buffer): void {
    const before = this.#length;
    this.#length += part.length;
    if (before <= LONGEST_LINE && part.length > 0) this.push(part.subarray(0, LONGEST_LINE - before));
    if (before <= LONGEST_LINE && this.#length > LONGEST_LINE) this.#onCut();
  }
}
