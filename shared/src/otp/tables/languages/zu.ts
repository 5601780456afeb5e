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
      i-akhawunti`,
  warn: "ungabelani, namuntu",
  copula: "yi, ngu, yakho, ithi, lena",
  enter: "sebenzisa, faka, thayipha",
  expiry: "iphelelwa, isebenza",
  minute: "imizuzu, emizuzwini, umzuzu",
  hour: "amahora",
};
