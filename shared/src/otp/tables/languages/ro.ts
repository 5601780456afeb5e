import type { Language } from "../language.ts";

export const ro: Language = {
  tag: "ro",
  name: "Romanian",
  strong: `
      cod de verificare, codul de verificare, cod de securitate, codul de securitate, cod de confirmare,
      codul de confirmare, cod de acces, codul de acces, cod de autentificare, codul de autentificare,
      cod de activare, codul de activare, cod de autorizare, codul de autorizare, parolă unică,
      parola unică, parola temporară, cod unic, codul unic, cod sms, codul sms, codul otp,
      cod de recuperare, codul de recuperare, cod de conectare, codul de conectare, cod de validare,
      codul de validare, cod de logare, cod de înregistrare`,
  code: "cod, codul, codului, parola, parolă",
  act: `
      verific*, securitate, confirm*, acces*, autentific*, activ*, autoriz*, valid*, conect*, unic*,
      unică folosință, recuper*, înregistr*, cont, contului, tranzac*`,
  other: `
      promoțional, reducere, discount, poștal, voucher*, cadou*, eroare, rezervare*, client, produs,
      ridicare, bare, fiscal`,
  reference: "comand*, comenzi*, awb, factur*, rezervare*, referin*, colet*",
  account: "cont nr, iban",
  card: "card*, cardul",
  phone: "sunați, suna, tel, apel*, la numărul, numărul",
  mobile: "telefon*",
  amount: "suma, sumă, sold, plata, plăți, total, preț",
  currency: "lei, ron, puncte",
  promo: "gratuit*, reducer*, ofert*, câștig*, premi*, cumpără, magazin*, voucher*",
  warn: "împărtăș*, nimănui, divulg*, comunica*, niciodată, partaj*, distribui*",
  negation: "fără, nu este necesar",
  copula: "este, tău, dvs, dumneavoastră, pentru, e, acesta, lui",
  enter: "folosiți, folosește, introduceți, introdu, utilizați, utilizează, folosi",
  expiry: "valabil*, expir*, valid, timp de, în termen",
  fresh: "nou",
  second: "secund*",
  minute: "minut*, min",
  hour: "oră, ore",
  day: "zi, zile",
  numbers: { cinci: 5, zece: 10 },
};
