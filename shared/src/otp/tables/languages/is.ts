import type { Language } from "../language.ts";

export const isWords: Language = {
  tag: "is",
  name: "Icelandic",
  strong: `
      *staðfestingarkóði*, *staðfestingarkóð*, *öryggiskóði*, *öryggiskóð*, *auðkenningarkóði*,
      *innskráningarkóði*, einnota lykilorð, *aðgangskóði*, *virkjunarkóði*, *einskiptiskóð*,
      *endurheimtarkóð*, staðfestingarnúmer*, auðkennisnúmer*, öryggisnúmer*, auðkenniskóði,
      auðkenniskóðinn, auðkenningarkóði, auðkenningarkóðinn, innskráningarkóði, innskráningarkóðinn,
      öryggiskóðinn, staðfestingarkóðinn`,
  code: "kóði*, kóðinn, kóða, kóðann, lykilorð*, *kóðinn, kóðanum, kóðans, *kóði, *kóðann, *kóða",
  act: `
      staðfest*, öryggis*, auðkenn*, innskrá*, aðgang*, einnota, skrá inn, skrá þig inn, skráir þig inn,
      virkja*, virkjað, endurstill*, heimila*, skrá sig inn, skrá þig, endurheimt`,
  other: "afslátt*, afhending*, póstnúmer, hurð, hurðin",
  reference: "pakk*, pöntun*, sending*, reikning*, bókun*",
  account: "viðskiptanúmer*, reikningsnúmer*",
  phone: "hringdu",
  mobile: "sími, síma*, símanúmer*, farsíma*",
  amount: "upphæð*, staða, greiðsl*, innistæð*",
  currency: "kr, krónur",
  promo: "afslátt*, tilboð*, ókeypis, frítt, vinning*",
  warn: "deila, deildu, ekki, engum",
  copula: "er, þinn, þitt, sem, þetta",
  enter: "notaðu, sláðu inn, notið, sláið inn, skrifaðu, nota, skráðu",
  expiry: "gildir, rennur út, innan, gildur",
  second: "sekúnd*",
  minute: "mínút*, mín",
  hour: "klukkustund*, klst",
  day: "dag*",
};
