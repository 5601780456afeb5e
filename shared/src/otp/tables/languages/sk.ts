import type { Language } from "../language.ts";

export const sk: Language = {
  tag: "sk",
  name: "Slovak",
  strong: `
      overovací kód*, bezpečnostný kód*, potvrdzovací kód*, aktivačný kód*, prístupový kód*,
      prihlasovací kód*, autorizačný kód*, jednorazový kód*, jednorazové heslo, sms kód*,
      autentifikačný kód*, kontrolný kód*, kód na obnovenie, kód na overenie, kód na prihlásenie,
      verifikačný kód*, registračný kód*, obnovovací kód*, overovacie číslo, potvrdzovacie číslo`,
  code: "kód, kódu, kódom, kod, heslo, hesla",
  act: `
      overe*, overi*, overt*, overo*, potvrd*, bezpečnost*, aktiv*, prístup*, prihlás*, prihlas*,
      autoriz*, jednoraz*, autentif*, obnov*, registr*, účet, účtu, overte, overiť, overenie,
      prihlásenie, prihlásiť, potvrdiť, potvrdenie, obnovenie`,
  other: `
      zľavov*, zľav*, poštové, psč, promo*, kupón*, darčekov*, vyzdvihnut*, čiarov*, kuriér*, dvere,
      vchod*, zásielk*, od brány, brány, dverí`,
  reference: "objednávk*, zásielk*, faktúr*, rezervác*, balík*, variabilný symbol",
  card: "kart*",
  phone: "tel, zavolajte, volajte, na čísle",
  mobile: "telefón*, telefónne číslo, svoje číslo, číslo mobilu, mobil*",
  amount: "sum*, suma, zostatok, platba, spolu, cena",
  balance: "zostatok",
  currency: "eur, bodov",
  promo: "zľava, zľav*, zadarmo, akcia, výhra*, vyhraj*, ponuk*",
  warn: "nezdieľajte, nikomu, neposkytujte, nezdieľaj, neprezrádzajte",
  negation: "bez",
  copula: "je, váš, tvoj, vaše, pre, toto, tu",
  enter: "použite, zadajte, použi, zadaj, napíšte, opíšte, zadaním, vložte, zadať",
  expiry: "platn*, platí, vyprší, počas, platnosť",
  fresh: "nový",
  second: "sekund*",
  minute: "minút*, minut*, min",
  hour: "hodin*, hodín",
  day: "dní, deň",
};
