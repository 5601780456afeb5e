import type { Language } from "../language.ts";

export const wo: Language = {
  tag: "wo",
  name: "Wolof",
  strong: "kodu wóor, kodu wóoral",
  code: "kod bi, kodu",
  copula: "mooy",
  enter: "jëfandikool",
  minute: "simili",
};
