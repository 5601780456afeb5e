import { clipboard } from "electron";
import type { TextClipboard } from "./inbox/code-clipboard.ts";

/** Electron's clipboard gave the values themselves once, and now promises of them: awaiting fits both. */
export const systemClipboard: TextClipboard = {
  read: async () => await clipboard.readText(),
  write: async (text) => await clipboard.writeText(text),
  clear: async () => clipboard.clear(),
};
