import type { Language } from "../language.ts";

export const lv: Language = {
  tag: "lv",
  name: "Latvian",
  strong: `
      apstiprinājuma kod*, verifikācijas kod*, drošības kod*, pieteikšanās kod*, vienreizējais kod*,
      vienreizēja parole, vienreizējā parole, aktivizācijas kod*, autorizācijas kod*,
      autentifikācijas kod*, apstiprināšanas kod*, piekļuves kod*, sms kod*, atkopšanas kod*,
      pārbaudes kod*, verifikācijas numurs, apstiprinājuma numurs`,
  code: "kods, kodu, koda, parole, paroli",
  act: `
      apstiprin*, verifikāc*, drošīb*, pieteik*, vienreiz*, aktivizāc*, autoriz*, autentifik*, piekļuv*,
      pārbaud*, reģistr*, atkop*, kont*, ielog*, identit*, pieslēg*, atiestat*, mainīt paroli`,
  other: "atlaid*, pasta, promo, kupon*, dāvan*, pakomāt*, saņemšan*, kurjer*, durvju, durvīm, vārtu",
  reference: "pasūtījum*, sūtījum*, rēķin*, rezervāc*",
  account: "klienta numurs, konta numurs",
  phone: "zvaniet, tālr",
  mobile: "telefon*",
  amount: "summa, atlikums, maksājum*",
  currency: "eiro",
  promo: "atlaid*, bezmaksas, akcij*, laimē*, piedāvājum*",
  warn: "neizpaudiet, nevienam, nekopīgojiet, nedalieties",
  copula: "ir, jūsu, tavs, šis, šeit",
  enter: `
      izmantojiet, ievadiet, lietojiet, ievadi, izmanto, lieto, ievadot, izmantojot, ierakstiet, lietojot`,
  expiry: "derīg*, derīgs, beig*, laikā, zaudē",
  second: "sekund*",
  minute: "minūt*, min",
  hour: "stund*",
  day: "dien*",
};
