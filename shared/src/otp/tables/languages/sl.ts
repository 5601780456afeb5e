import type { Language } from "../language.ts";

export const sl: Language = {
  tag: "sl",
  name: "Slovenian",
  strong: `
      potrditvena koda, potrditveno kodo, varnostna koda, koda za preverjanje, koda za prijavo,
      enkratna koda, enkratno geslo, aktivacijska koda, dostopna koda, koda za potrditev,
      koda za obnovitev, kodo za preverjanje, overitvena koda, potrditvena številka,
      številka za preverjanje`,
  code: "koda, kodo, kode, geslo, gesla",
  act: `
      potrdi*, potrje*, varnost*, preverjanj*, prijav*, enkrat*, aktivac*, dostop*, obnov*, overit*,
      račun*, potrd*, potrjevanj*, preveri*, verifik*, ponastav*, registr*`,
  other: `
      promocij*, popust*, poštna, kupon*, črtna, prevzem*, kurir*, paketnik*, promo*, poštn*,
      dostavljavc*, za vrata, vrat, vhodna vrata`,
  reference: "naročil*, pošiljk*, račun št, paket*, rezervacij*",
  account: "številka stranke, številka računa",
  phone: "pokličite, tel",
  mobile: "telefon*, mobiln*",
  amount: "znesek, stanje, plačilo, zneska, plačil*, nakup*",
  currency: "eur, evrov",
  promo: "popust*, brezplačn*, akcij*, nagrad*",
  warn: "delite, nikomur, ne delite, nikoli",
  copula: "je, vaša, tvoja, ta, za, vaše",
  enter: "uporabite, vnesite, vpišite, uporabi, vnesi, vpiši, vtipkajte",
  expiry: "velja*, poteče, potekla, veljavn*, v roku",
  second: "sekund*",
  minute: "minut*, min",
  hour: "ur, uro, ure",
  day: "dni, dan",
};
