import type { TestMessage } from "./message.ts";

export const classWordThatContainsAKeywordMessages: readonly TestMessage[] = [
  { body: "barcode 482913 scanned", code: null },
  { body: "vscode 1.98.2 build 482913", code: null },
  { body: "unicode 4829 and decode 482913", code: null },
  { body: "The zipcode is 94105 and postcode 2000", code: null },
  { body: "encode 482913 please", code: null },
  { body: "passport no 48291355", code: null },
  { body: "spinning 4829 rpm", code: null },
  { body: "Shipping 482913 boxes", code: null },
  { body: "My opinion on 4829", code: null },
  { body: "pineapple 482913", code: null },
  { body: "the codec 4829", code: null },
  { body: "Codex 482913", code: null },
  { body: "episode 4829 out now", code: null },
  { body: "tokens 482913", code: null },
  { body: "authority letter 4829", code: null },
];
