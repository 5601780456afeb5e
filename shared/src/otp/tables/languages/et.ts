import type { Language } from "../language.ts";

export const et: Language = {
  tag: "et",
  name: "Estonian",
  strong: `
      *kinnituskood*, *turvakood*, *kontrollkood*, *aktiveerimiskood*, *pääsukood*, *sisselogimiskood*,
      ühekordne parool, ühekordne kood*, *verifitseerimiskood*, *autentimiskood*, *taastekood*, sms-kood,
      *registreerimiskood*, *paroolikood, kinnitusnumber, kinnitusnumbri`,
  code: "kood, koodi, koodiga, parool, salasõna, *koodi",
  act: `
      kinnit*, turva*, kontroll*, aktiveeri*, sisse logi*, sisselogi*, ühekord*, verifitseeri*, autenti*,
      taaste*, konto*, logi sisse, tuvasta*, kinnita*, sisse log*, logi*, autent*, registreeri*, taasta*,
      isikutuvast*, konto kinnita*`,
  other: `
      sooduskood*, postikood, kupong*, sihtnumber, vöötkood, kinkekaar*, pakiautomaa*, uksekood,
      viipekood, pakiautomaat*, väljastus*, kuller*, ukse, ukse kood, värava`,
  reference: "tellimus*, viitenumber, arve*, pakk, paki, broneering*, tellimuse number, pakki, saadetis*",
  account: "kliendinumber, kontonumber",
  phone: "helista*, tel",
  mobile: "telefon*, mobiil*",
  amount: "summa*, saldo, makse*",
  currency: "eurot, punkti",
  promo: "soodus*, tasuta, võida*, pakkumi*, allahindlus*",
  warn: "jaga, jagage, kellelegi, kellegagi, ärge",
  copula: "on, teie, sinu, see, teil",
  enter: "kasuta*, sisesta*, sisesta, kasuta, sisestage, kasutage, trüki, kirjuta",
  expiry: "kehtib, aegub, jooksul, kehtiv*",
  second: "sekund*",
  minute: "minut*, min",
  hour: "tund*, tunni",
  day: "päev*",
  numbers: { viis: 5, viie: 5, kümme: 10 },
};
