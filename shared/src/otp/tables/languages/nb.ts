import type { Language } from "../language.ts";

export const nb: Language = {
  tag: "nb",
  name: "Norwegian Bokmål",
  strong: `
      *bekreftelseskode*, *sikkerhetskode*, *verifiseringskode*, *engangskode*, *påloggingskode*,
      *aktiveringskode*, engangspassord, *innloggingskode*, *autentiseringskode*, sms-kode,
      *tilgangskode*, *verifikasjonskode*, *gjenopprettingskode*, *godkjenningskode*, bankid kode*,
      *registreringskode*, *kontrollkode*, verifiseringsnummer`,
  code: "kode, koden, passord*, pinkode, pin-kode, bekreftelsesnummeret, bekreftelsesnummer",
  act: `
      bekreft*, sikkerhet*, verifis*, engang*, pålogg*, aktiver*, innlogg*, logg inn, logg på, autentis*,
      tilgang*, gjenopprett*, konto, registrer*, verifikasj*, logge inn, logge på, innlogging*,
      pålogging*, godkjenn*, tilbakestill*, verifiser*`,
  other: `
      rabatt*, rabattkode, postnummer, strekkode, kampanjekode, hentekode, gavekort*, vervekode,
      feilkode, hente*, dørkode*, hentekod*, bud, budet, dørkod*, rabattkod*, døra, dør, inngang, porten`,
  reference: `
      ordre*, ordrenummer, pakke*, referanse*, faktura*, bestilling*, saksnummer, sendingsnummer,
      sendingen`,
  card: "kort, kortet",
  phone: "ring, tlf",
  mobile: "telefon*",
  amount: "beløp*, saldo, betaling, totalt",
  balance: "saldo, disponibelt",
  currency: "kr, nok, kroner, poeng",
  promo: "tilbud*, rabatt*, gratis, vinn, spar, kjøp, salg, meld av",
  warn: "del, dele, aldri, ingen, med noen, oppgi",
  negation: "ingen, uten",
  copula: "er, din, ditt, den, som, her",
  enter: "bruk, skriv inn, tast, oppgi, tast inn, legg inn, angi",
  expiry: "gyldig, utløper, innen, gjelder",
  fresh: "ny, nye",
  second: "sekund*",
  minute: "minutt*, min",
  hour: "time, timer",
  day: "dag, dager",
  numbers: { fem: 5, ti: 10 },
};
