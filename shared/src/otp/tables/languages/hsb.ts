import type { Language } from "../language.ts";

export const hsb: Language = {
  tag: "hsb",
  name: "Upper Sorbian",
  strong: "wobkrućenski kod, wěstotny kod",
  code: "kod, kode, hesło",
  act: "wobkruć*, přizjew*, wěstot*, wobnow*",
  copula: "je, waš, waše",
  enter: "wužijće, zapodajće, zapisajće",
  expiry: "płaći, spadnje",
  minute: "mjeńšin*, minut*",
  hour: "hodźin*",
};
