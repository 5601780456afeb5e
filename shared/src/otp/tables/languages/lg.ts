import type { Language } from "../language.ts";

export const lg: Language = {
  tag: "lg",
  name: "Ganda",
  strong: "koodi y'okukakasa, koodi ey'okukakasa",
  code: "koodi, ekyama",
  act: "okukakasa, obukuumi, kukakasa, kakasa, okuyingira, yingira",
  enter: "kozesa, yingiza",
  minute: "ddakiika, eddakiika",
};
