import type { Language } from "../language.ts";

export const rm: Language = {
  tag: "rm",
  name: "Romansh",
  strong: "code da verificaziun, code da conferma, code da segirezza, code da recuperaziun",
  code: "code, pled-clav",
  act: "verificaziun, conferma, segirezza, recuperaziun, annunzia*, verific*, conferm*, s'annunziar",
  copula: "è tes, è voss",
  enter: "duvrai, endatai",
  minute: "minutas, minuta",
};
