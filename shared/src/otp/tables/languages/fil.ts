import type { Language } from "../language.ts";

export const fil: Language = {
  tag: "fil",
  name: "Filipino",
  strong: `
      verification code, code ng beripikasyon, kodigo ng pagpapatunay, kumpirmasyon code, security code,
      beripikasyon, numero ng beripikasyon`,
  code: "code, kodigo, password",
  act: `
      beripika*, kumpirma*, seguridad, i-verify, mag-log in, pag-log in, pag-verify, pagpapatunay,
      patunayan, log in, kumpirmahin, beripikahin, mag-verify, verification, mag-login, pagkumpirma,
      i-reset, magparehistro, i-confirm`,
  other: "kupon, diskuwento, promo, voucher",
  reference: "padala, parcel, order mo, resibo",
  account: "customer number, account number",
  mobile: "numero mo, cellphone, mobile number",
  amount: "balanse, halaga, bayad",
  promo: "libre, manalo, panalo",
  warn: "ibahagi, ibigay, kaninuman, kanino, huwag, sinuman",
  copula: "ay, ang, iyong, mo, ito, inyong, po, ninyo, para sa, mong",
  enter: "gamitin, ilagay, i-enter, ipasok, i-type, itype",
  expiry: "mag-e-expire, mawawalan, valid, bisa, sa loob ng, may bisa",
  second: "segundo",
  minute: "minuto, na minuto, minutong",
  hour: "oras",
  day: "araw",
  numbers: { limang: 5, sampung: 10 },
};
