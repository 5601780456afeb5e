import type { Language } from "../language.ts";

export const da: Language = {
  tag: "da",
  name: "Danish",
  strong: `
      *bekræftelseskode*, *sikkerhedskode*, *verifikationskode*, *verificeringskode*, *adgangskode*,
      *engangskode*, *aktiveringskode*, *loginkode*, *login-kode*, *godkendelseskode*, sms-kode,
      *smskode*, engangsadgangskode, *gendannelseskode*, *kontrolkode*, pinkode, *bekræftigelseskode, verificeringsnummer`,
  code: "kode, koden, kodeord, adgangskode, bekræftelsesnummeret, bekræftelsesnummer",
  act: `
      bekræft*, sikkerhed*, verific*, verifik*, adgang*, engang*, aktiver*, log ind, login, godkend*,
      konto, gendan*, registrer*, identitet*, logge ind, logge på, nulstil*, verificer*, login*`,
  other: `
      rabat*, rabatkode, postnummer, postkode, stregkode, kampagnekode, kuponkode, fejlkode, gavekort*,
      afhentning*, ordre*, booking*, hentekode, dørkode*, budet, dørkod*, rabatkod*, døren, dør, porten,
      opgang`,
  reference: `
      ordre*, ordrenummer, pakke*, reference*, ref, faktura*, sag, sagsnummer, booking*, kundenummer`,
  card: "kort, dankort, kortet",
  phone: "ring, tlf, nummer, sms til",
  mobile: "telefon",
  amount: "beløb*, saldo, betaling, i alt, pris",
  balance: "saldo",
  date: "den, dato, siden",
  currency: "kr, dkk, kroner, point",
  promo: "tilbud*, rabat*, gratis, vind, spar, køb, udsalg, afmeld",
  warn: "del, dele, ingen, aldrig, med nogen, oplys",
  negation: "ingen, uden",
  copula: "er, din, dit, den, som, til, her",
  enter: "brug, indtast, skriv, angiv, benyt, anvend",
  expiry: "gyldig*, udløber, inden for, gælder",
  fresh: "ny, nye",
  second: "sekund*",
  minute: "minut*, min",
  hour: "time, timer",
  day: "dag, dage",
  numbers: { fem: 5, ti: 10 },
};
