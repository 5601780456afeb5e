import type { TestMessage } from "./message.ts";

export const fyMessages: readonly TestMessage[] = [
  { body: "701921 is jo Pixo-befêstigingskoade. Ferrint oer 5 minuten.", code: "701921", class: "plain" },
];
