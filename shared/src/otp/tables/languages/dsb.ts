import type { Language } from "../language.ts";

export const dsb: Language = {
  tag: "dsb",
  name: "Lower Sorbian",
  strong: "wobkšuśeński kod, wěstotny kod",
  code: "kod, kode, gronidło",
  act: "wobkšuś*, pśizjaw*, wěstot*, wótnow*",
  copula: "jo, waš, wašo",
  enter: "wužywajśo, zapódajśo",
  expiry: "płaśi, pśepadnjo",
  minute: "minut*",
  hour: "góźin*",
};
