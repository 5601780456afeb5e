import type { Language } from "../language.ts";

export const rm: Language = {
  tag: "rm",
  name: "Romansh",
  strong: "code da verificaziun, code da conferma, code da segirezza, code da recuperaziun",
  code: "code, pled-clav",
  act: "verificaziun, conferma, segirezza, recuperaziun, annunzia*",
  copula: "è tes, è voss",
  minute: "minutas, minuta",
};
