import type { Language } from "../language.ts";

export const af: Language = {
  tag: "af",
  name: "Afrikaans",
  strong: `
      verifikasiekode, bevestigingskode, sekuriteitskode, toegangskode, aktiveringskode, eenmalige pin,
      eenmalige wagwoord, aanmeldkode, *verifikasiekode, magtigingskode, eenmalige kode,
      verifikasienommer`,
  code: "kode, wagwoord, *kode, bevestigingsnommer",
  act: `
      verif*, bevestig*, sekuriteit*, aanmeld*, toegang*, aktiveer*, eenmalig*, magtig*, registr*,
      identiteit, rekening, teken in, inteken, aan te meld, meld aan, verifi*, aanteken*, herstel*,
      registreer*, jou nommer`,
  other: `
      poskode, afslagkode, afslag*, streepkode, foutkode, koepon*, promosie*, bespreking*, afhaal*,
      kortings*, voordeur, hek`,
  reference: "verwysing*, bestelling*, faktuur*, pakkie, saaknommer, pakket",
  account: "kliëntnommer, rekeningnommer",
  phone: "bel, skakel, hulplyn",
  mobile: "selfoon*, selnommer, foonnommer",
  amount: "bedrag, balans, betaling, totaal, saldo, betaal, beskikbaar, beskikbare saldo",
  currency: "rand, zar",
  promo: "gratis, wen, afslag, aanbieding, winkel, spesiale aanbod",
  warn: "deel, moenie, niemand, nooit, deel nie",
  negation: "geen, sonder",
  copula: "is, u, jou, die, jou se, as, vir, nommer",
  enter: "gebruik, voer, tik, sleutel in, invoer, voer in",
  expiry: "geldig, verval, verstryk, binne",
  second: "sekonde*",
  minute: "minuut, minute",
  hour: "uur, ure",
  day: "dag, dae",
  numbers: { vyf: 5, tien: 10 },
};
