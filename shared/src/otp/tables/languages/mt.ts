import type { Language } from "../language.ts";

export const mt: Language = {
  tag: "mt",
  name: "Maltese",
  strong: "kodiċi ta' verifika, kodiċi tas-sigurtà, kodiċi ta' konferma, kodiċi ta' aċċess",
  code: "kodiċi, kodici, password",
  act: "verifika, sigurtà, konferma, aċċess, tivverifika, tidħol, tikkonferma, tirrisettja, tirreġistra",
  other: "skont, kupun",
  mobile: "telefon, mowbajl",
  copula: "huwa, tiegħek, hu",
  enter: "uża, daħħal, ikteb",
  expiry: "validu, jiskadi",
  minute: "minut*",
};
