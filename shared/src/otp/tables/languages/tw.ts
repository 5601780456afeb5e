import type { Language } from "../language.ts";

export const tw: Language = {
  tag: "tw",
  name: "Twi",
  code: "koodu, kɔɔdo",
  act: "nokwaredi, si so dua, banbɔ",
  enter: "kyerɛw",
  minute: "simma",
};
