import { byClass } from "./by-class.ts";
import * as byLanguage from "./by-language.ts";
import type { OwnMessage, TestMessage } from "./message.ts";

/** Every message written for this project. Tests and the bench read them; the extractor does not. */
export const ownMessages: readonly OwnMessage[] = [
  ...Object.entries(byLanguage).flatMap(([name, messages]) =>
    label(messages, { language: tagOf(name), class: "plain" }),
  ),
  ...Object.entries(byClass).flatMap(([kind, messages]) =>
    label(messages, { language: "mixed", class: kind }),
  ),
];

/** "zhHant" is the tag "zh-Hant". */
function tagOf(name: string): string {
  return name.replace(/[A-Z]/u, (letter) => `-${letter}`);
}

function label(messages: readonly TestMessage[], labels: { language: string; class: string }): OwnMessage[] {
  return messages.map((message) => Object.assign({}, labels, message));
}
