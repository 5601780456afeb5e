import type { Language } from "../language.ts";

export const mt: Language = {
  tag: "mt",
  name: "Maltese",
  strong: "kodiċi ta' verifika, kodiċi tas-sigurtà, kodiċi ta' konferma, kodiċi ta' aċċess",
  code: "kodiċi, kodici, password",
  act: "verifika, sigurtà, konferma, aċċess",
  copula: "huwa, tiegħek, hu",
  enter: "uża, daħħal",
  expiry: "validu, jiskadi",
  minute: "minut*",
};
