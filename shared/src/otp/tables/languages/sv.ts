import type { Language } from "../language.ts";

export const sv: Language = {
  tag: "sv",
  name: "Swedish",
  strong: `
      *verifieringskod*, *säkerhetskod*, *bekräftelsekod*, *engångskod*, *inloggningskod*,
      *aktiveringskod*, engångslösenord*, *autentiseringskod*, *åtkomstkod*, sms-kod*,
      *återställningskod*, *godkännandekod*, *registreringskod*, *behörighetskod*, *kontrollkod*,
      verifieringsnummer, verifieringsnumret, säkerhetsnummer`,
  code: "kod, koden, lösenord*, pinkod, pin-kod",
  act: `
      verifier*, säkerhet*, bekräft*, engång*, inlogg*, logga in, aktiver*, autentiser*, åtkomst*,
      återställ*, konto, registrer*, identitet*, logga på, inloggning*, godkänn*, identifier*, legitimer*`,
  other: `
      rabatt*, rabattkod, postnummer, streckkod, kampanjkod, värvningskod, presentkort*, hämtkod,
      upphämt*, felkod, erbjudandekod, portkod, bokning*, portkod*, dörrkod*, hämtkod*, uthämtning*,
      budet, rabattkod*, porten, dörren`,
  reference: `
      order*, ordernummer, beställning*, paket*, referens*, faktura*, ocr, bokning*, ärende*,
      kollinummer, försändelse*`,
  card: "kort, kortet",
  phone: "ring, tel, tfn",
  mobile: "telefon*",
  amount: "belopp*, saldo, betalning, totalt, summa",
  balance: "saldo, disponibelt",
  currency: "kr, sek, kronor, poäng",
  promo: "erbjudande*, rabatt*, gratis, vinn, spara, köp, rea, avregistrera",
  warn: "dela, ingen, aldrig, lämna inte, med någon, lämna",
  negation: "ingen, utan",
  copula: "är, din, ditt, er, den, här, som",
  enter: "använd, ange, skriv, mata in, knappa in, fyll i, skriv in",
  expiry: "giltig*, upphör, går ut, inom, gäller",
  fresh: "ny, nya",
  second: "sekund*",
  minute: "minut*, min",
  hour: "timme, timmar",
  day: "dag, dagar",
  numbers: { fem: 5, tio: 10 },
};
