import type { TestMessage } from "./message.ts";

export const jvMessages: readonly TestMessage[] = [
  { body: "Kode verifikasi Pixo sampeyan yaiku 701871", code: "701871", class: "plain" },
];
