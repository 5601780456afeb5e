import type { Language } from "../language.ts";

export const nn: Language = {
  tag: "nn",
  name: "Norwegian Nynorsk",
  strong: "*stadfestingskode*, *tryggleikskode*, *eingongskode*, *innloggingskode*",
  code: "kode, koden, passord*",
  act: `
      stadfest*, tryggleik*, eingong*, innlogg*, logg inn, verifiser*, innlogging*, sikkerheit*,
      tilgang*, nullstill*, registrer*`,
  other: "hentekode, rabatt*, døra, dør",
  copula: "er, din, ditt, her",
  enter: "bruk, skriv inn, tast inn, oppgi",
  expiry: "gyldig, går ut",
  minute: "minutt*",
  hour: "time, timar",
};
