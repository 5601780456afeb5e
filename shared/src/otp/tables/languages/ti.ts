import type { Language } from "../language.ts";

export const ti: Language = {
  tag: "ti",
  name: "Tigrinya",
  strong: "ናይ ምርግጋጽ ኮድ, ኮድ ምርግጋጽ, መረጋገጺ ኮድ",
  code: "ኮድ, ኮድኩም",
  act: "ምርግጋጽ, መረጋገጺ",
  copula: "እዩ, ናትኩም",
  minute: "ደቒቕ, ደቓይቕ",
};
