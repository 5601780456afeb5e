import type { Language } from "../language.ts";

export const rw: Language = {
  tag: "rw",
  name: "Kinyarwanda",
  strong: "kode yo kwemeza, kode y'umutekano, umubare wo kwemeza, kode yo kugenzura",
  code: "kode, ijambo ry'ibanga",
  act: "kwemeza, umutekano, kugenzura, kwinjira, winjire, injira, emeza, kwiyandikisha, wemeze",
  copula: "ni, yawe",
  enter: "koresha, injiza, andika, shyiramo",
  minute: "iminota, umunota",
};
