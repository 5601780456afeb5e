import type { Language } from "../language.ts";

export const fi: Language = {
  tag: "fi",
  name: "Finnish",
  strong: `
      *vahvistuskoodi*, *turvakoodi*, *kertakäyttökoodi*, *varmistuskoodi*, *kirjautumiskoodi*,
      *aktivointikoodi*, kertakäyttöinen salasana, kertakäyttöinen koodi*, *tunnistuskoodi*,
      *tekstiviestikoodi*, *palautuskoodi*, *todennuskoodi*, *rekisteröintikoodi*, kertakäyttösalasana*,
      *tarkistuskoodi*, *suojauskoodi*, *pääsykoodi*, *hyväksymiskoodi*, vahvistusnumero*,
      varmistusnumero*`,
  code: `
      koodi*, salasana*, tunnusluku*, *koodisi, tunnusluku, tunnusluvulla, tunnuslukusi, tunnusluvun,
      avainluku, avainluvulla`,
  act: `
      vahvist*, turva*, varmist*, kirjaut*, aktivo*, kertakäyttö*, tunnist*, todenn*, palaut*, rekister*,
      tili*, rekisterö*, varmenn*, hyväksy*`,
  other: `
      alennuskoodi*, postinumero, kampanjakoodi*, viivakoodi*, noutokoodi*, lahjakort*, etukoodi*,
      virhekoodi*, ovikoodi*, lokero*, nouto*, alennus*, tarjous*, kuponkikoodi*, ovikood*, lähetti*,
      kuriiri*, oven, ovikoodi, portti`,
  reference: `
      tilaus*, tilausnumero, viite*, viitenumero, lasku*, paketti*, lähetys*, varaus*, varausnumero,
      lähetystunnus`,
  card: "kortti, kortin, korttisi",
  phone: "soita, puh, numeroon, asiakaspalvelu",
  mobile: "puhelin*",
  amount: "summa*, saldo, maksu*, yhteensä",
  balance: "saldo",
  currency: "euroa, pistettä",
  promo: "tarjous*, alennus*, ilmainen, ilmaiseksi, voita, ale, kampanja*, osta",
  warn: "jaa, kenellekään, älä, kerro, luovuta",
  negation: "ei, ilman",
  copula: "on, sinun, tämä",
  enter: "käytä, syötä, anna, kirjoita, syöttäm*, käyttäm*, näppäile, anna koodi, kirjaa",
  expiry: "voimassa, vanhenee, vanhentuu, kuluessa, sisällä",
  fresh: "uusi",
  second: "sekunti*, sekunnin, sekunnissa",
  minute: "minuut*, minuuttia, min",
  hour: "tunti*, tunnin, tuntia",
  day: "päivä*",
  numbers: {
    viidessä: 5,
    viisi: 5,
    viiden: 5,
    kymmenessä: 10,
    kymmenen: 10,
    yhdessä: 1,
    kahdessa: 2,
    kolmessa: 3,
  },
};
