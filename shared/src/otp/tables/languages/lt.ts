import type { Language } from "../language.ts";

export const lt: Language = {
  tag: "lt",
  name: "Lithuanian",
  strong: `
      patvirtinimo kod*, saugos kod*, prisijungimo kod*, vienkartinis kod*, vienkartinis slaptažodis,
      aktyvavimo kod*, tikrinimo kod*, autentifikavimo kod*, atkūrimo kod*, sms kod*, saugumo kod*,
      registracijos kod*, prieigos kod*, patvirtinimo numeris, patvirtinimo numerį`,
  code: "kodas, kodą, kodo, kodu, slaptažod*",
  act: `
      patvirtin*, saugos, saugum*, prisijung*, vienkart*, aktyvav*, tikrin*, autentifik*, atkūr*,
      registrac*, prieig*, paskyr*, tapatyb*, registr*, atkur*, pakeis*, autoriz*, slaptažodžio`,
  other: `
      nuolaid*, pašto, kupon*, akcijos, brūkšninis, atsiėmimo, paštomat*, atsiėmim*, kurjer*, durų, vartų`,
  reference: "užsakym*, siunt*, sąskait*, rezervac*",
  account: "kliento numeris, sąskaitos numeris",
  phone: "skambinkite, tel",
  mobile: "telefon*",
  amount: "suma*, likutis, mokėjim*",
  currency: "eurų, eur, eurai",
  promo: "nuolaid*, nemokam*, laimėk*, akcija*, pasiūlym*",
  warn: "nesidalinkite, niekam, nesidalykite, neatskleiskite",
  copula: "yra, jūsų, tavo, šis, štai",
  enter: `
      naudokite, įveskite, panaudokite, įvesk, naudok, panaudok, suveskite, įvesdami, suvedę, naudodami,
      įrašykite`,
  expiry: "galioja, baigs*, nustos, galiojim*, per",
  second: "sekund*, sek",
  minute: "minut*, min, minuč*, minučių, minutes",
  hour: "valand*, val",
  day: "dien*",
  numbers: { penkias: 5 },
};
