import type { Language } from "../language.ts";

export const sw: Language = {
  tag: "sw",
  name: "Swahili",
  strong: `
      msimbo wa uthibitishaji, nambari ya uthibitishaji, namba ya uthibitisho, msimbo wa uthibitisho,
      nambari ya kuthibitisha, msimbo wa kuthibitisha, namba ya kuthibitisha, msimbo wa usalama,
      nambari ya usalama, namba ya siri, nambari ya siri, nenosiri la mara moja, kodi ya uthibitisho,
      msimbo wa kuingia, nenosiri la muda, code ya uthibitisho, nambari yako ya uthibitishaji`,
  code: "msimbo, nambari, namba, nenosiri, kodi, nywila",
  act: `
      uthibitish*, kuthibitisha, thibitisha, usalama, kuingia, mara moja, siri, akaunti, kujisajili,
      ingia, kuweka upya, idhini, kubadilisha nenosiri, kurejesha, urejeshaji`,
  other: "punguzo, ofa, kuponi, posta, mlango, geti, mteja, wateja",
  reference: "oda, kifurushi, mzigo, agizo, risiti, muamala",
  phone: "piga, wasiliana",
  mobile: "simu",
  amount: "kiasi, salio, umelipa",
  balance: "salio",
  currency: "tsh, ksh, shilingi, tzs",
  promo: "ofa, punguzo, shinda, zawadi, bure, bonasi",
  warn: "usishiriki, usimpe, mtu yeyote, usimwambie, shiriki, yeyote",
  copula: "ni, yako, wako, ya, hii, huu, lako",
  enter: "tumia, weka, ingiza, andika, bonyeza",
  expiry: "muda, itaisha, ndani ya, unaisha, itatumika, halali",
  second: "sekunde",
  minute: "dakika",
  hour: "saa",
  day: "siku",
  numbers: { tano: 5, kumi: 10 },
};
