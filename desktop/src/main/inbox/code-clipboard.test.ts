import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CLIPBOARD_MS, CodeClipboard } from "./code-clipboard.ts";

let text = "";
const clipboard = {
  read: async () => text,
  write: async (value: string) => void (text = value),
  clear: async () => void (text = ""),
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a code leaves the clipboard after a minute", async () => {
  const codes = new CodeClipboard(clipboard);
  await codes.copy({ id: "SM1", code: "482913" });
  await vi.advanceTimersByTimeAsync(CLIPBOARD_MS - 1);
  expect(text).toBe("482913");
  expect(codes.copiedId.value).toBe("SM1");
  await vi.advanceTimersByTimeAsync(1);
  expect(text).toBe("");
  expect(codes.copiedId.value).toBeNull();
});

test("what somebody copied since stays", async () => {
  await new CodeClipboard(clipboard).copy({ id: "SM1", code: "482913" });
  text = "a sentence of mine";
  await vi.advanceTimersByTimeAsync(CLIPBOARD_MS);
  expect(text).toBe("a sentence of mine");
});

test("a second copy has a minute of its own", async () => {
  const codes = new CodeClipboard(clipboard);
  await codes.copy({ id: "SM1", code: "482913" });
  await vi.advanceTimersByTimeAsync(CLIPBOARD_MS - 1);
  await codes.copy({ id: "SM1", code: "771204" });
  await vi.advanceTimersByTimeAsync(CLIPBOARD_MS - 1);
  expect(text).toBe("771204");
  await vi.advanceTimersByTimeAsync(1);
  expect(text).toBe("");
});

test("the end of the app takes the code out at once, and only once", async () => {
  const codes = new CodeClipboard(clipboard);
  await codes.copy({ id: "SM1", code: "482913" });
  await codes.clear();
  expect(text).toBe("");
  text = "482913";
  await codes.clear();
  await vi.advanceTimersByTimeAsync(CLIPBOARD_MS);
  expect(text).toBe("482913");
});
