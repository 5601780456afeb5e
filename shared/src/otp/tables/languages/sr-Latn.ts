import type { Language } from "../language.ts";

export const srLatn: Language = {
  tag: "sr-Latn",
  name: "Serbian (Latin)",
  other: `
      aut kod, aut. kod, preuzimanj*, podizanj*, kurir*, dostavljač*, paketomat*, popust*, promo*,
      kupon*, poštansk*, od ulaza, od vrata, za vrata, ulaza`,
  strong: `
      kod za potvrdu, verifikacioni kod, bezbednosni kod, sigurnosni kod, kod za verifikaciju,
      jednokratni kod, jednokratna lozinka, kod za prijavu, pristupni kod, potvrdni kod, kod za proveru,
      autorizacioni kod, aktivacioni kod, broj za potvrdu, broj za verifikaciju, jednokratnu lozinku,
      jednokratne lozinke, jednokratnog koda, jednokratnim kodom`,
  code: "kod, kôd, koda, lozinka, šifra, lozinku, lozinke, šifru, šifre, kodom",
  act: `
      potvrd*, verifik*, bezbedn*, sigurn*, jednokrat*, prijav*, pristup*, prover*, aktivac*, autoriz*,
      nalog*, resetov*, provera, proveru`,
  reference: "pošiljk*, paket*, narudžb*, porudžbin*, rezervacij*, račun br",
  account: "broj klijenta, broj računa",
  mobile: "telefon*, mobiln*, broj telefona",
  amount: "stanje, iznos*, plaćanj*, uplat*, kupovin*",
  currency: "dinara, din, rsd",
  promo: "besplatn*, popust*, akcija, nagrad*",
  warn: "delite, nikome, nemojte, nikim",
  copula: "je, vaš, tvoj, ovo, za",
  enter: "koristite, unesite, upišite, koristi, unesi, upotrebite",
  expiry: "važi, ističe, validan, u roku",
  second: "sekund*",
  minute: "minut*",
  hour: "sat, sati, sata",
  day: "dan, dana",
};
