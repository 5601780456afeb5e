import type { Language } from "../language.ts";

export const ia: Language = {
  tag: "ia",
  name: "Interlingua",
  strong: "codice de verification, codice de confirmation, codice de securitate, codice de recuperation",
  code: "codice, contrasigno",
  act: "verification, confirmation, securitate, recuperation",
  expiry: "expira",
  minute: "minutas, minuta",
};
