import type { Language } from "../language.ts";

export const qu: Language = {
  tag: "qu",
  name: "Quechua",
  code: "kodigo, chiqaqchana, yaykuna rimay",
  act: "chiqaqchay, chiqaqchana, takyachiy",
  enter: "qillqay",
  minute: "minutu, chininpi",
};
