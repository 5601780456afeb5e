import type { Language } from "../language.ts";

export const sd: Language = {
  tag: "sd",
  name: "Sindhi",
  strong: "تصديق ڪوڊ, تصديقي ڪوڊ, حفاظتي ڪوڊ",
  code: "ڪوڊ, پاسورڊ",
  act: "تصديق, حفاظتي",
  copula: "آهي, توهان جو",
  minute: "منٽ, منٽن",
};
