import type { Language } from "../language.ts";

export const ts: Language = {
  tag: "ts",
  name: "Tsonga",
  strong: "khodi ya ntiyisiso, khodi yo tiyisisa",
  code: "khodi, phasiwedi",
  act: "tiyisis*, ntiyisiso, ku tiyisisa, vuhlayiseki",
  enter: "tirhisa, nghenisa",
  minute: "timinete",
};
