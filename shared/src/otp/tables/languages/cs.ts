import type { Language } from "../language.ts";

export const cs: Language = {
  tag: "cs",
  name: "Czech",
  strong: `
      ověřovací kód*, bezpečnostní kód*, potvrzovací kód*, aktivační kód*, přístupový kód*,
      přihlašovací kód*, autorizační kód*, jednorázový kód*, jednorázové heslo, sms kód*,
      autentizační kód*, kontrolní kód*, sms klíč, kód pro přihlášení, kód pro ověření, obnovovací kód*,
      kód pro obnovení, kód k ověření, verifikační kód*, registrační kód*, mobilní klíč,
      kód pro potvrzení, ověřovací číslo, potvrzovací číslo`,
  code: "kód, kódu, kódem, kod, heslo, hesla",
  act: `
      ověř*, potvr*, bezpečnost*, aktiv*, přístup*, přihlá*, přihlaš*, autoriz*, jednoráz*, autentiz*,
      obnov*, registr*, účet, účtu, platb*, transakc*, totožnost*`,
  other: `
      slevov*, slev*, poštovní, psč, promo*, kupon*, dárkov*, výdej*, vyzvednut*, čárov*, chyb*, rezerv*,
      zásilk*, boxu, produkt*, dveř*, vchod*, kurýr*, výdejn*, od vchodu, od brány, dveří`,
  reference: `
      objednávk*, zásilk*, číslo objednávky, faktur*, rezervac*, balík*, ref, variabilní symbol, vs,
      smlouv*, jízdenk*`,
  account: "účet číslo, č.ú, klient*",
  card: "kart*, končící",
  phone: "tel, zavolejte, volejte, volat, linka, linku, na čísle, pošlete",
  mobile: "telefon*, telefonní číslo, číslo mobilu",
  amount: "částk*, částka, zůstatek, platba, celkem, cena, ve výši",
  balance: "zůstatek",
  date: "dne, od, do, datum",
  currency: "kč, czk, korun, bodů",
  promo: "sleva, slev*, zdarma, akce, výhr*, vyhraj*, kupón, nabídk*, nákup*",
  warn: "nesdělujte, nikomu, nesdílejte, nesdílej, sdělujte, nepředávejte",
  negation: "bez, žádný, není",
  copula: "je, váš, tvůj, vaše, pro, toto, zde",
  enter: "použijte, zadejte, použij, zadej, opište, vložte, napište, zadáním, zadat",
  expiry: "platn*, platí, vyprší, během, po dobu, platnost",
  old: "starý, předchozí, již neplatí",
  fresh: "nový, nové",
  second: "sekund*, vteřin*",
  minute: "minut*, min",
  hour: "hodin*, hod",
  day: "dní, den, dny",
  numbers: { pět: 5, pěti: 5, deset: 10, deseti: 10 },
};
