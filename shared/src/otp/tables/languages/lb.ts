import type { Language } from "../language.ts";

export const lb: Language = {
  tag: "lb",
  name: "Luxembourgish",
  strong: "*verifikatiounscode, *bestätegungscode, *sécherheetscode, *aktivéierungscode, *zougangscode",
  code: "code, passwuert",
  act: "verifi*, bestäteg*, sécherheet*, umell*, zougang*",
  copula: "ass, äre, ären, däin, är",
  enter: "benotzt, gitt",
  expiry: "gëlteg, leeft",
  minute: "minutt*",
  hour: "stonn*",
};
