import type { Language } from "../language.ts";

export const nl: Language = {
  tag: "nl",
  name: "Dutch",
  strong: `
      *verificatiecode, *bevestigingscode, *beveiligingscode, *inlogcode, *toegangscode, *activatiecode,
      *activeringscode, *eenmalige code, *sms-code, *smscode, *authenticatiecode, *controlecode,
      *herstelcode, eenmalig wachtwoord, *tancode, tan-code, *autorisatiecode, *registratiecode,
      eenmalige pincode, *aanmeldcode, veiligheidscode, verificatienummer`,
  code: "code, wachtwoord, *pincode, wachtwoorden, bevestigingsnummer",
  act: `
      verifi*, bevestig*, beveilig*, inlog*, aanmeld*, toegang*, activ*, eenmalig*, authentic*,
      identiteit*, registr*, account, herstel*, login, in te loggen, aan te melden, verificatie*`,
  other: `
      korting*, kortingscode, actiecode, postcode, cadeau*, vouchercode, reservering*, boekings*,
      afhaal*, ophaal*, foutcode, streepjescode, promotie*, deur, poort, van de deur, van de poort,
      voor de deur, bezorg*, koerier*, kortings*, deurcode, voordeur, code van de voordeur,
      code van de deur`,
  reference: `
      referentie*, bestelling*, bestelnummer, ordernummer, pakket*, zending*, factuur*, factuurnummer,
      boeking*, afspraak, dossier*, klantnummer, kenmerk`,
  account: "rekening*, iban, klantnr",
  card: "pas, kaart*, creditcard, eindigend op",
  phone: "tel, telefoon*, bel, belt",
  mobile: "telefoonnummer, mobiel*",
  amount: "bedrag*, saldo, betaling*, totaal, prijs, van, vanaf",
  balance: "saldo",
  date: "op, datum, vanaf, sinds, tot, jaar",
  currency: "euro, punten",
  promo: "aanbieding*, korting*, gratis, win, actie*, shop, bestel, koop, bespaar, cadeau*, afmelden",
  warn: "deel, delen, niemand, nooit, vertel, geef, vertrouwelijk, medewerker*",
  negation: "geen, zonder, vergeten",
  copula: "is, uw, je, jouw, de, het, deze, is de, als, luidt, voor, zijn",
  enter: "gebruik, voer, vul, invoeren, typ, toets, tik, vul in, voer in, gebruik dan, voer dan, vul dan",
  expiry: "geldig*, verloopt, vervalt, binnen, verlopen",
  old: "oude, vorige, niet meer geldig",
  fresh: "nieuwe, nieuw",
  second: "seconde*, sec",
  minute: "minuut, minuten, min",
  hour: "uur",
  day: "dag, dagen",
  numbers: { een: 1, twee: 2, drie: 3, vijf: 5, tien: 10, vijftien: 15, twintig: 20, dertig: 30 },
};
