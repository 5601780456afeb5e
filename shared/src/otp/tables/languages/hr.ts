import type { Language } from "../language.ts";

export const hr: Language = {
  tag: "hr",
  name: "Croatian",
  strong: `
      kod za potvrdu, kôd za potvrdu, verifikacijski kod*, sigurnosni kod*, potvrdni kod*,
      kod za provjeru, kod za prijavu, jednokratni kod, jednokratna lozinka, pristupni kod,
      kod za obnavljanje, aktivacijski kod, kôd za provjeru, autorizacijski kod, kontrolni kod*,
      kod za oporavak, broj za potvrdu, broj za provjeru, kontrolni broj, jednokratnu lozinku,
      jednokratnu zaporku, jednokratna zaporka, jednokratnim kodom`,
  code: "kod, kôd, koda, kodom, lozinka, zaporka, šifra, lozinku, lozinke, šifru, šifre, zaporku, kodove",
  act: `
      verifik*, potvrd*, sigurnos*, provjer*, prijav*, jednokrat*, pristup*, obnavljanj*, aktivac*,
      autoriz*, registr*, račun, račun*, nalog*`,
  other: `
      popust*, promo*, poštansk*, kupon*, aut kod, aut. kod, barkod*, bar kod, preuzimanj*, podizanj*,
      kurir*, dostavljač*, paketomat*, kupnj*, od ulaza, od vrata, za vrata, ulaza`,
  reference: "narudžb*, pošiljk*, račun br, referenc*, paket*, rezervacij*",
  account: "broj klijenta, broj računa",
  phone: "nazovite, tel",
  mobile: "telefon*, mobitel*, broj mobitela",
  amount: "iznos*, stanje, uplata, uplat*, plaćanj*, kupnj*",
  currency: "eura, eur",
  promo: "besplatn*, popust*, akcija, nagrad*",
  warn: "dijelite, nikome, nemojte, nikomu, ne dijelite",
  negation: "bez",
  copula: "je, vaš, tvoj, ovo, za, glasi",
  enter: "koristite, unesite, upišite, unesi, upotrijebite, koristi, upotrijebi, upiši, utipkajte",
  expiry: "vrijedi, važi, istječe, ističe, valjan, u roku",
  fresh: "novi",
  second: "sekund*",
  minute: "minut*, min",
  hour: "sat, sati, sata",
  day: "dan, dana",
  numbers: { pet: 5, deset: 10 },
};
