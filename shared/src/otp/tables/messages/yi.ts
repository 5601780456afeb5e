import type { TestMessage } from "./message.ts";

export const yiMessages: readonly TestMessage[] = [
  { body: "דיין Pixo באַשטעטיקונג קאָד איז 702136", code: "702136", class: "plain" },
];
