import type { Language } from "../language.ts";

export const tk: Language = {
  tag: "tk",
  name: "Turkmen",
  strong: "tassyklama kod*, tassyklaýyş kod*, howpsuzlyk kod*, bir gezeklik kod*, bir gezeklik parol*",
  code: "kod, kody, kodyňyz, kodyňyzy, koduňyz, parol*, açar söz*, koduňyzdyr, koduny, koduňyzy",
  act: `
      tassyk*, howpsuzlyk*, bir gezeklik, giriş*, girmek, hasaba al*, dikelt*, ulgama girmek, girjek,
      hasabyňyz*`,
  other: "arzanlad*, promokod*",
  mobile: "telefon*",
  currency: "manat",
  copula: "siziň, bu",
  enter: "ulanyň, giriziň, ýazyň, girizmeli",
  expiry: "möhlet*, içinde",
  minute: "minut*",
};
