import * as fc from "fast-check";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test, vi } from "vitest";
import { ReadableLines } from "./readable-lines.ts";

const LONGEST = 8 * 1024 * 1024;

async function read(chunks: readonly Buffer[]): Promise<{ text: Buffer; cuts: number }> {
  const onCut = vi.fn<() => void>();
  const text = await buffer(Readable.from(chunks).pipe(new ReadableLines(onCut)));
  return { text, cuts: onCut.mock.calls.length };
}

test("bytes in any pieces come out as they went in", async () => {
  const piece = fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes));
  await fc.assert(
    fc.asyncProperty(fc.array(piece), async (pieces) => {
      fc.pre(pieces[0]?.[0] !== 0xef);
      expect(await read(pieces)).toEqual({ text: Buffer.concat(pieces), cuts: 0 });
    }),
  );
});

test("a byte order mark is taken off at the beginning only", async () => {
  expect(await read([Buffer.from("\uFEFFa\n\uFEFFb\n"), Buffer.from("\uFEFFc\n")])).toEqual({
    text: Buffer.from("a\n\uFEFFb\n\uFEFFc\n"),
    cuts: 0,
  });
});

test("a line that is too long is cut once, and the next one is whole", async () => {
  const part = Buffer.alloc(LONGEST / 2, "x");
  const longest = Buffer.concat([part, part, Buffer.from("\n")]);
  expect(await read([longest, Buffer.from("next\n")])).toMatchObject({ cuts: 0 });
  const { text, cuts } = await read([part, part, part, part, Buffer.from("end\nnext\n")]);
  expect(cuts).toBe(1);
  expect(text.length).toBe(LONGEST + "\nnext\n".length);
  expect(text.subarray(-6).toString()).toBe("\nnext\n");
});
