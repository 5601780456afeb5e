import type { TestMessage } from "./message.ts";

export const kyMessages: readonly TestMessage[] = [
  { body: "Tavo үчүн ырастоо кодуңуз: 660324", code: "660324", service: "Tavo" },
  { body: "Кирүү коду 4477. 5 мүнөт жарактуу. Эч кимге айтпаңыз.", code: "4477", expires: 300 },
];
