import type { Language } from "../language.ts";

export const bs: Language = {
  tag: "bs",
  name: "Bosnian",
  strong: `
      verifikacijski kod, kod za verifikaciju, kod za potvrdu, sigurnosni kod, kod za prijavu,
      jednokratni kod, jednokratna lozinka, pristupni kod, potvrdni kod, aktivacijski kod,
      kôd za potvrdu, broj za potvrdu, broj za provjeru, jednokratnu lozinku`,
  code: "kod, kôd, koda, lozinka, šifra, pin, lozinku, lozinke, šifru, šifre, kodom",
  act: `
      verifik*, potvrd*, sigurnos*, prijav*, jednokrat*, pristup*, aktivac*, autentif*, registrac*,
      račun*, nalog*, provjer*, resetov*, lozinke`,
  other: `
      preuzimanj*, popust*, promo*, kupon*, poštansk*, kurir*, barkod*, od ulaza, od vrata, za vrata,
      ulaza`,
  reference: "pošiljk*, paket*, narudžb*, račun br, rezervacij*",
  account: "broj klijenta, broj računa",
  mobile: "telefon*, mobitel*",
  amount: "stanje, iznos*, plaćanj*, uplat*",
  currency: "km, bam",
  promo: "besplatn*, popust*, akcija, nagrad*",
  warn: "dijelite, nikome, nemojte",
  copula: "je, vaš, tvoj, ovo, za",
  enter: "koristite, unesite, unesi, koristi, upotrijebite, upotrijebi, upišite",
  expiry: "važi, vrijedi, ističe, istječe, u roku",
  second: "sekund*",
  minute: "minut*",
  hour: "sat, sati, sata",
  day: "dan, dana",
};
