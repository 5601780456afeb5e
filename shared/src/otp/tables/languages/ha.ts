import type { Language } from "../language.ts";

export const ha: Language = {
  tag: "ha",
  name: "Hausa",
  strong: "lambar tabbatarwa, lambar tantancewa, lambar sirri, kalmar sirri",
  code: "lamba, lambar, kalmar sirri, lambarka, lambarki, lambar sirri, lambar sirrinka",
  act: "tabbatar*, tantance*, sirri, tsaro, shiga, shiga ciki, rijista, sake saita",
  account: "lambar asusu, lambar abokin ciniki",
  mobile: "waya, lambar waya",
  amount: "kudi, ma'auni",
  warn: "kada, raba, kowa",
  copula: "ne, ce, naka, ita ce, taka, shine",
  enter: "yi amfani, shigar, yi amfani da, shigar da, rubuta, saka",
  expiry: "zai ƙare, minti",
  minute: "minti, mintuna, mintoci",
  hour: "awa, awanni",
};
