import type { Language } from "../language.ts";

export const zu: Language = {
  tag: "zu",
  name: "Zulu",
  strong: `
      ikhodi yokuqinisekisa, ikhodi yokuphepha, ikhodi yokungena, iphasiwedi yesikhathi esisodwa,
      ikhodi yokuvikela, inombolo yokuqinisekisa`,
  code: "ikhodi, *khodi, iphasiwedi, ikhodi yakho, iphinikhodi",
  act: `
      yokuqinisekisa, ukuqinisekisa, qinisekisa, yokuphepha, yokungena, ungene, ungena, ukungena,
      i-akhawunti, uqinisekise, ukuze uqinisekise, bhalisa, ukusetha kabusha`,
  other: "isaphulelo, ivawusha",
  reference: "i-oda, iphasela",
  mobile: "ucingo, yocingo, inombolo yakho",
  warn: "ungabelani, namuntu",
  copula: "yi, ngu, yakho, ithi, lena",
  enter: "sebenzisa, faka, thayipha, ngena",
  expiry: "iphelelwa, isebenza",
  minute: "imizuzu, emizuzwini, umzuzu",
  hour: "amahora",
};
