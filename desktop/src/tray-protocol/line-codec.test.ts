import * as fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_LINE_BYTES } from "./limits.ts";
import { LineReader, lineOf } from "./line-codec.ts";

test("frames come out as they went in, however the bytes are cut", () => {
  const frames = fc.array(fc.dictionary(fc.string(), fc.string({ unit: "grapheme" })), { maxLength: 8 });
  fc.assert(
    fc.property(frames, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sent, sizes) => {
      const bytes = Buffer.from(sent.map((frame) => lineOf(frame)).join(""));
      const reader = new LineReader();
      const heard: unknown[] = [];
      for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        for (const line of reader.read(bytes.subarray(at, at + size)).lines) heard.push(JSON.parse(line));
        at += size;
      }
      expect(heard).toEqual(sent.map((frame) => ({ ...frame })));
    }),
  );
});

test("a line of the full length is read, and one byte more is not", () => {
  const full = `${"a".repeat(MAX_LINE_BYTES)}\n`;
  const { lines, tooLong } = new LineReader().read(Buffer.from(full));
  expect([lines.length, tooLong]).toEqual([1, false]);
  expect(new LineReader().read(Buffer.from(`a${full}`))).toEqual({ tooLong: true, lines: [] });
});

test("lines before one that is too long are read", () => {
  const { lines, tooLong } = new LineReader().read(
    Buffer.from(`one\ntwo\n${"a".repeat(MAX_LINE_BYTES + 1)}`),
  );
  expect(lines).toEqual(["one", "two"]);
  expect(tooLong).toBe(true);
});

test("what the other side would not read is no line", () => {
  expect(lineOf({ text: "ж".repeat(MAX_LINE_BYTES / 2) })).toBeNull();
});
