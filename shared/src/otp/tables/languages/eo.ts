import type { Language } from "../language.ts";

export const eo: Language = {
  tag: "eo",
  name: "Esperanto",
  strong: "konfirma kodo, kontrolkodo, sekureca kodo, konfirmkodo",
  code: "kodo, kodon, pasvorto",
  act: "konfirm*, kontrol*, sekurec*, ensalut*",
  copula: "estas, via",
  enter: "uzu, entajpu",
  expiry: "validas, eksvalidiĝ*",
  minute: "minut*",
};
