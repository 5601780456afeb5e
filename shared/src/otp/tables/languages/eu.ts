import type { Language } from "../language.ts";

export const eu: Language = {
  tag: "eu",
  name: "Basque",
  strong: `
      egiaztapen-kodea, egiaztapen kodea, segurtasun-kodea, segurtasun kodea, berrespen-kodea,
      baieztapen-kodea, sarbide-kodea, egiaztatze-kodea, saioa hasteko kodea, egiaztapen-zenbakia,
      egiaztapen zenbakia`,
  code: "kodea, kode, pasahitza, kodeak, kodearekin, kodeaz",
  act: `
      egiazt*, segurtasun*, berres*, baiezt*, sarbide*, saioa, behin, kontua, identifika*, berretsi,
      egiazta*, baiezta*, berrezta*, erregistr*, berrezarr*`,
  other: "deskontu*, kupoi*, posta-kode*, bilketa*",
  reference: "eskaera*, pakete*, erreserba*, faktura*",
  account: "bezero-zenbaki*, kontu-zenbaki*",
  mobile: "telefono*, mugikor*",
  amount: "saldo*, zenbateko*, ordaindu",
  promo: "deskontu*, eskaintza*, doan, irabazi",
  warn: "partekatu, inorekin",
  copula: "da, zure, hau",
  enter: "erabili, idatzi, sartu, sar ezazu, idatz ezazu, erabil ezazu, tekleatu",
  expiry: "balio, iraung*, iraungiko",
  second: "segundo*",
  minute: "minutu*",
  hour: "ordu*",
};
