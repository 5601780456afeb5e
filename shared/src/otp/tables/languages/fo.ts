import type { Language } from "../language.ts";

export const fo: Language = {
  tag: "fo",
  name: "Faroese",
  strong: "váttanarkota, trygdarkota, innritanarkota",
  code: "kota, kotan, loyniorð",
  act: "váttan*, trygd*, innrit*",
  copula: "er tín",
  minute: "minutt*",
};
