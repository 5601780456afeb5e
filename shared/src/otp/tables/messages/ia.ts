import type { TestMessage } from "./message.ts";

export const iaMessages: readonly TestMessage[] = [
  {
    body: "702116 es tu codice de verification de Pixo. Expira in 5 minutas.",
    code: "702116",
    expires: 300,
    class: "plain",
  },
];
