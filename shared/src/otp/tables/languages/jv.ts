import type { Language } from "../language.ts";

export const jv: Language = {
  tag: "jv",
  name: "Javanese",
  strong: "kode verifikasi, kode keamanan",
  code: "kode, sandhi, tembung sandi, kodhe",
  act: "verifikasi, konfirmasi, mlebu, keamanan, ngonfirmasi, ndhaptar, ngreset, pamulihan",
  other: "diskon, kupon",
  reference: "pesenan, paket",
  mobile: "telpon, hp",
  copula: "yaiku, sampeyan, panjenengan, iki",
  enter: "gunakake, lebokake, lebokna, gunakna, ketik, anggo",
  expiry: "kadaluwarsa, ing",
  minute: "menit",
};
