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
      identiteit, rekening, teken in, inteken, aan te meld, meld aan`,
  other: "poskode, afslagkode, afslag*, streepkode, foutkode, koepon*, promosie*, bespreking*",
  reference: "verwysing*, bestelling*, faktuur*, pakkie, saaknommer",
  phone: "bel, skakel, hulplyn",
  amount: "bedrag, balans, betaling, totaal",
  promo: "gratis, wen, afslag, aanbieding, winkel",
  warn: "deel, moenie, niemand, nooit",
  negation: "geen, sonder",
  copula: "is, u, jou, die, jou se, as, vir, nommer",
  enter: "gebruik, voer, tik, sleutel in, invoer",
  expiry: "geldig, verval, verstryk, binne",
  second: "sekonde*",
  minute: "minuut, minute",
  hour: "uur, ure",
  day: "dag, dae",
  numbers: { vyf: 5, tien: 10 },
};
