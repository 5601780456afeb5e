import type { Language } from "../language.ts";

export const ht: Language = {
  tag: "ht",
  name: "Haitian Creole",
  enter: "antre, itilize, sèvi ak",
  strong: "kòd verifikasyon, kòd sekirite, kòd konfimasyon",
  code: "kòd, modpas, kòd ou",
  act: `
      verifikasyon, sekirite, konfim*, koneksyon, idantifikasyon, konfimasyon, konfime, konekte, verifye,
      idantifye, reyinisyalize`,
  warn: "pataje, pèsonn",
  copula: "se",
  expiry: "ekspire, valab",
  minute: "minit",
};
