import type { Language } from "../language.ts";

export const ku: Language = {
  tag: "ku",
  name: "Kurdish (Kurmanji)",
  strong: "koda piştrastkirinê, koda erêkirinê, koda ewlehiyê, koda têketinê, koda verastkirinê",
  code: "koda, kod, şîfre, şîfreya, koda te",
  act: `
      piştrastkirin*, erêkirin*, ewlehî*, ewlehiyê, têketin*, piştrast*, têkeve, têkevin, pejirand*,
      qeyd bibe`,
  warn: "parve, kesî",
  enter: "bi kar bîne, bikar bîne, binivîse, têxe",
  expiry: "derbasdar",
  minute: "xulek*, deqe*, deqîqe*",
};
