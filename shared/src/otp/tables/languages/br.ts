import type { Language } from "../language.ts";

export const br: Language = {
  tag: "br",
  name: "Breton",
  strong: "kod gwiriañ, kod gwiriekaat, kod surentez, kod kadarnaat",
  code: "kod, ger-tremen",
  act: "gwiriañ, gwiriekaat, surentez, kadarnaat, kevreañ, adtapout",
  copula: "eo ho, eo da",
  enter: "implijit, ebarzhit, skrivit",
  expiry: "talvoudus",
  minute: "munut*, vunut*, vunutenn",
};
