import type { Language } from "../language.ts";

export const su: Language = {
  tag: "su",
  name: "Sundanese",
  strong: "kode verifikasi, kode kaamanan, kodeu verifikasi, kodeu kaamanan",
  code: "kode, sandi, kodeu",
  act: "verifikasi, kaamanan, konfirmasi, asup, ngaktipkeun, ngareset, ngadaptar, mastikeun, pamulihan",
  mobile: "telepon, hp",
  copula: "nyaéta, anjeun, téh",
  enter: "paké, pake, lebetkeun, asupkeun, anggo, gunakeun, ketik",
  minute: "menit",
};
