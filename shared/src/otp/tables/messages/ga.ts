import type { TestMessage } from "./message.ts";

export const gaMessages: readonly TestMessage[] = [
  { body: "Is é 770134 do chód fíoraithe Pixo.", code: "770134", service: "Pixo" },
  { body: "Cód slándála: 4419. Bailí ar feadh 5 nóiméad.", code: "4419", expires: 300 },
];
