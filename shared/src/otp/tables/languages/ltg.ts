import type { Language } from "../language.ts";

export const ltg: Language = {
  tag: "ltg",
  name: "Latgalian",
  code: "kods, kodu, parole",
  act: "apstyprynuošon*, puorbaud*",
  enter: "īvodit, lītojit",
  minute: "minot*, minuš*",
};
