import type { Language } from "../language.ts";

export const lb: Language = {
  tag: "lb",
  name: "Luxembourgish",
  strong: `
      *verifikatiounscode, *bestätegungscode, *sécherheetscode, *aktivéierungscode, *zougangscode,
      verifizéierungscode, bestätegungscode, sécherheetscode, verifikatiounscode, confirmatiounscode`,
  code: "code, passwuert",
  act: `
      verifi*, bestäteg*, sécherheet*, umell*, zougang*, verifiz*, confirm*, confirméier*, unzemellen,
      anzeloggen, umellen, login, sécherheets*, zerécksetzen, bestätegen`,
  other: "rabatt*, gutschäin",
  copula: "ass, äre, ären, däin, är",
  enter: "benotzt, gitt, aginn, tippt",
  expiry: "gëlteg, leeft",
  minute: "minutt*",
  hour: "stonn*",
};
