import type { Language } from "../language.ts";

export const hu: Language = {
  tag: "hu",
  name: "Hungarian",
  strong: `
      *ellenőrzőkód*, ellenőrző kód*, *megerősítőkód*, megerősítő kód*, *biztonsági kód*, *azonosítókód*,
      azonosító kód*, *egyszeri kód*, *egyszeri jelszó*, *belépési kód*, *aktiváló kód*, *aktiválókód*,
      *hitelesítő kód*, *hitelesítőkód*, *jóváhagyó kód*, *sms kód*, *sms-kód*, *helyreállítási kód*,
      *bejelentkezési kód*, egyszer használatos, *hozzáférési kód*, *visszaigazoló kód*,
      *regisztrációs kód*, *visszaállító kód*, *hitelesítési kód*, *ellenőrzési kód*, *mtan*,
      megerősítő szám, megerősítő száma, ellenőrző szám, ellenőrző száma`,
  code: "kód, kódja, kódját, kódod, kódot, kódjának, kódszám, kóddal, kódra, jelszó*, jelszav*",
  act: `
      ellenőrz*, megerősít*, biztonság*, azonosít*, egyszer*, belép*, bejelentkez*, aktivál*, hitelesít*,
      jóváhagy*, regisztr*, helyreállít*, fiók*, tranzakció*, visszaállít*`,
  other: `
      kupon*, kedvezmény*, promóciós, promó*, irányítószám*, vonalkód*, hibakód*, ajándék*, foglalás*,
      átvételi, csomag*, kapukód*, átvétel*, futár*, kapukód, kapu, bejárati ajtó, lépcsőház`,
  reference: "rendelés*, rendelésszám, csomag*, számla*, foglalás*, hivatkozás*, ügyszám, szállít*",
  card: "kártya*, kártyá*",
  phone: "hívja, tel, hívás",
  mobile: "telefon*, telefonszám*, mobil*",
  amount: "összeg*, egyenleg*, fizetés, végösszeg",
  balance: "egyenleg*",
  currency: "ft, huf, forint*, pont",
  promo: "ingyen*, akció*, kedvezmény*, nyer*, kupon*, vásárl*",
  warn: "ossza, senkivel, senkinek, ne ossza, ne adja, ne oszd",
  negation: "nélkül, nincs",
  copula: "az, a, ön, a következő, ez, az ön, te, ezt, ezt a",
  enter: "használja, adja meg, írja be, használd, add meg, írd be, gépelje be, üsse be",
  expiry: "érvényes*, lejár*, múlva, belül, érvényesség*, ig",
  fresh: "új",
  second: "másodperc*, mp",
  minute: "perc*",
  hour: "óra, órán, órát, óráig, órára, órás",
  day: "nap, napig",
  numbers: { öt: 5, tíz: 10 },
};
