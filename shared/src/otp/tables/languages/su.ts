import type { Language } from "../language.ts";

export const su: Language = {
  tag: "su",
  name: "Sundanese",
  strong: "kode verifikasi, kode kaamanan",
  code: "kode, sandi",
  act: "verifikasi, kaamanan, konfirmasi, asup",
  copula: "nyaéta, anjeun",
  minute: "menit",
};
