import type { Language } from "../language.ts";

export const eo: Language = {
  tag: "eo",
  name: "Esperanto",
  strong: "konfirma kodo, kontrolkodo, sekureca kodo, konfirmkodo",
  code: "kodo, kodon, pasvorto",
  act: "konfirm*, kontrol*, sekurec*, ensalut*, restarig*, riparo, restarigo",
  copula: "estas, via",
  enter: "uzu, entajpu, enigu, tajpu, bonvolu enigi",
  expiry: "validas, eksvalidiĝ*",
  minute: "minut*",
};
