import type { TestMessage } from "./message.ts";

export const suMessages: readonly TestMessage[] = [
  { body: "702130 nyaéta kode verifikasi Pixo anjeun.", code: "702130", class: "plain" },
];
