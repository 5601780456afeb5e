import type { Language } from "../language.ts";

export const xh: Language = {
  tag: "xh",
  name: "Xhosa",
  strong: "ikhowudi yokuqinisekisa, ikhowudi yokhuseleko, ipasiwedi yexesha elinye, i-otp",
  code: "ikhowudi, ipasiwedi, ikhowudi yakho, yikhowudi, *khowudi",
  act: "yokuqinisekisa, ukuqinisekisa, yokhuseleko, ukungena, uqinisekise, bhalisa, ukhuseleko, ngena",
  mobile: "ifowuni, inombolo yakho",
  warn: "sukwabelana",
  copula: "yi, ngu, yakho, nguwe",
  enter: "sebenzisa, faka, ngenisa, chwetheza",
  minute: "imizuzu, umzuzu, kwimizuzu",
};
