import type { Language } from "../language.ts";

export const pap: Language = {
  tag: "pap",
  name: "Papiamento",
  strong: "kódigo di verifikashon, kódigo di konfirmashon, kódigo di seguridat",
  code: "kódigo, kontraseña",
  act: "verifikashon, konfirmashon, seguridat, verifik*, konfirm*, log in",
  enter: "usa, yena",
  minute: "minüt",
};
