import type { Language } from "../language.ts";

export const tk: Language = {
  tag: "tk",
  name: "Turkmen",
  strong: "tassyklama kod*, tassyklaýyş kod*, howpsuzlyk kod*, bir gezeklik kod*, bir gezeklik parol*",
  code: "kod, kody, kodyňyz, kodyňyzy, koduňyz, parol*, açar söz*, koduňyzdyr",
  act: "tassyk*, howpsuzlyk*, bir gezeklik, giriş*",
  currency: "manat",
  copula: "siziň, bu",
  enter: "ulanyň, giriziň",
  expiry: "möhlet*, içinde",
  minute: "minut*",
};
