import type { Language } from "../language.ts";

export const ti: Language = {
  tag: "ti",
  name: "Tigrinya",
  strong: "ናይ ምርግጋጽ ኮድ, ኮድ ምርግጋጽ, መረጋገጺ ኮድ",
  code: "ኮድ, ኮድኩም, ኮድካ, ኮድኪ, ፒን, መሕለፊ ቃል, ቁጽሪ",
  act: "ምርግጋጽ, መረጋገጺ, ንምርግጋጽ, ንምእታው, መእተዊ, ድሕነት",
  copula: "እዩ, ናትኩም, ናትካ, ናይ",
  enter: "ተጠቐም, ኣእቱ, ተጠቐሙ, የእትዉ",
  minute: "ደቒቕ, ደቓይቕ",
};
