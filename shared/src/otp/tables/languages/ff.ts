import type { Language } from "../language.ts";

export const ff: Language = {
  tag: "ff",
  name: "Fula",
  code: "kod, finnde",
  act: "ƴellitgol, heɗtingol",
  enter: "huutoro",
  minute: "hojomaaji",
};
