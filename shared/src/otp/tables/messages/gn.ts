import type { TestMessage } from "./message.ts";

export const gnMessages: readonly TestMessage[] = [
  { body: "702113 ha'e ne ayvu moneĩrã Pixo pegua.", code: "702113", class: "plain" },
];
