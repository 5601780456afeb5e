import type { TestMessage } from "./message.ts";

export const lbMessages: readonly TestMessage[] = [
  { body: "Äre Pixo Verifikatiounscode ass 660325.", code: "660325", service: "Pixo" },
  { body: "4478 ass däi Sécherheetscode.", code: "4478" },
];
