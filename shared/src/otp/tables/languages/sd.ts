import type { Language } from "../language.ts";

export const sd: Language = {
  tag: "sd",
  name: "Sindhi",
  strong: "تصديق ڪوڊ, تصديقي ڪوڊ, حفاظتي ڪوڊ",
  code: "ڪوڊ, پاسورڊ, پن",
  act: "تصديق, حفاظتي, تصديق*, لاگ ان, سائن ان",
  copula: "آهي, توهان جو",
  enter: "داخل ڪريو, استعمال ڪريو",
  minute: "منٽ, منٽن",
};
