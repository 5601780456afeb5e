import type { TestMessage } from "./message.ts";

export const classOtherDigitsAndDisguisesMessages: readonly TestMessage[] = [
  { body: "Your code is ４８２９１３", code: "482913" },
  { body: "Your code is ٤٨٢٩١٣", code: "482913" },
  { body: "Your code is 𝟒𝟖𝟐𝟗𝟏𝟑", code: "482913" },
  { body: "Your code is 4\u200b8\u200b2\u200b9\u200b1\u200b3", code: "482913" },
  { body: "Yоur code is 482913", code: "482913" },
  { body: "YOUR CODE IS 482913", code: "482913" },
  { body: "Your c\u200dode is 4\u206082913", code: "482913" },
  {
    body: "Your code is 4\ufe0f\u20e38\ufe0f\u20e32\ufe0f\u20e39\ufe0f\u20e31\ufe0f\u20e33\ufe0f\u20e3",
    code: "482913",
  },
  { body: "Your code:482913Do not share", code: "482913" },
  { body: "あなたのコードは４８２９１３です", code: "482913" },
];
