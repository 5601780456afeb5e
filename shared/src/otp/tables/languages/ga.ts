import type { Language } from "../language.ts";

export const ga: Language = {
  tag: "ga",
  name: "Irish",
  strong: "cód fíoraithe, cód deimhnithe, cód slándála, cód rochtana, cód dearbhaithe, cód aisghabhála",
  code: "cód, chód, gcód, pasfhocal, focal faire",
  act: "fíorú, fíoraithe, deimhnithe, slándála, logáil isteach, rochtana, dearbh*",
  warn: "roinn, ná roinn",
  copula: "is é, do, é, an",
  enter: "úsáid, cuir",
  expiry: "bailí, éagfaidh, rachaidh",
  minute: "nóiméad*, nóim",
  hour: "uair",
  numbers: { cúig: 5 },
};
