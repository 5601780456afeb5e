import { clipboard } from "electron";
import type { TextClipboard } from "./inbox/code-clipboard.ts";

/** Electron's clipboard gives promises from version 45 on, and the values themselves before: awaiting fits both. */
export const systemClipboard: TextClipboard = {
  read: async () => await clipboard.readText(),
  write: async (text) => await clipboard.writeText(text),
  clear: async () => await clipboard.clear(),
};
