import type { Language } from "../language.ts";

export const ug: Language = {
  tag: "ug",
  name: "Uyghur",
  strong: "دەلىللەش كودى, تەستىق كودى, بىخەتەرلىك كودى, دەلىللەش نومۇرى",
  code: "كود*, پارول*, نومۇر*",
  act: "دەلىللە*, تەستىق*, بىخەتەر*, كىرىش",
  copula: "سىزنىڭ, بۇ",
  enter: "كىرگۈزۈڭ",
  expiry: "ئىناۋەتلىك, ئىچىدە",
  minute: "مىنۇت*",
};
