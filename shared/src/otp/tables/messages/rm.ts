import type { TestMessage } from "./message.ts";

export const rmMessages: readonly TestMessage[] = [
  { body: "702126 è tes code da verificaziun da Pixo.", code: "702126", class: "plain" },
];
