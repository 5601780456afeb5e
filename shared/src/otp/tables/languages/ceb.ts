import type { Language } from "../language.ts";

export const ceb: Language = {
  tag: "ceb",
  name: "Cebuano",
  strong: "verification code, kodigo sa pagpamatuod, kodigo sa pagkumpirma, kodigo sa verification",
  code: "code, kodigo, password",
  act: `
      pagpamatuod, pamatuod, kumpirma*, verify, seguridad, pag-verify, i-verify, pagkumpirma, mo-log in,
      mag-log in, kumpirma, i-reset`,
  mobile: "numero sa telepono, selpon",
  warn: "ihatag, ipaambit, bisan kinsa",
  copula: "ang, imong, kay, mao, imo, ni",
  enter: "gamita, isulod, i-enter, ibutang, i-type",
  expiry: "mo-expire, balido, sulod",
  minute: "minuto, minutos",
  hour: "oras",
};
