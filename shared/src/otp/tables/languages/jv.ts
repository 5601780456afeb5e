import type { Language } from "../language.ts";

export const jv: Language = {
  tag: "jv",
  name: "Javanese",
  strong: "kode verifikasi, kode keamanan",
  code: "kode, sandhi, tembung sandi, kodhe",
  act: "verifikasi, konfirmasi, mlebu, keamanan",
  copula: "yaiku, sampeyan, panjenengan, iki",
  enter: "gunakake, lebokake",
  expiry: "kadaluwarsa, ing",
  minute: "menit",
};
