import type { Language } from "../language.ts";

export const ha: Language = {
  tag: "ha",
  name: "Hausa",
  strong: "lambar tabbatarwa, lambar tantancewa, lambar sirri, kalmar sirri",
  code: "lamba, lambar, kalmar sirri, lambarka, lambarki",
  act: "tabbatar*, tantance*, sirri, tsaro, shiga",
  warn: "kada, raba, kowa",
  copula: "ne, ce, naka, ita ce, taka, shine",
  enter: "yi amfani, shigar",
  expiry: "zai ƙare, minti",
  minute: "minti, mintuna, mintoci",
  hour: "awa, awanni",
};
