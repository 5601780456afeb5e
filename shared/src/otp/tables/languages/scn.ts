import type { Language } from "../language.ts";

export const scn: Language = {
  tag: "scn",
  name: "Sicilian",
  strong: "còdici di virìfica, còdici di virificazziuni, còdici di sicurizza, còdici di ricùpiru",
  code: "còdici, codici",
  act: "virìfica, virific*, sicurizza, ricùpir*, cunferm*, cunferma, trasuta, accessu",
  copula: "è, lu, tò, to, vostru",
  enter: "usa, nzirisci",
  expiry: "scadi, vali",
  minute: "minuti, minutu",
};
