import type { TestMessage } from "./message.ts";

export const furMessages: readonly TestMessage[] = [
  {
    body: "702111 al è il to codiç di verifiche di Pixo. Al scjât ca di 5 minûts.",
    code: "702111",
    expires: 300,
    class: "plain",
  },
];
