import type { Language } from "../language.ts";

export const lg: Language = {
  tag: "lg",
  name: "Ganda",
  strong: "koodi y'okukakasa, koodi ey'okukakasa",
  code: "koodi, ekyama",
  act: "okukakasa, obukuumi, kukakasa",
  minute: "ddakiika, eddakiika",
};
