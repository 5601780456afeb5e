import type { TestMessage } from "./message.ts";

export const tnMessages: readonly TestMessage[] = [
  { body: "Khoutu ya gago ya netefatso ya Pixo ke 702132", code: "702132", class: "plain" },
];
