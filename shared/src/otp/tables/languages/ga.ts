import type { Language } from "../language.ts";

export const ga: Language = {
  tag: "ga",
  name: "Irish",
  strong: "cód fíoraithe, cód deimhnithe, cód slándála, cód rochtana, cód dearbhaithe, cód aisghabhála",
  code: "cód, chód, gcód, pasfhocal, focal faire",
  act: `
      fíorú, fíoraithe, deimhnithe, slándála, logáil isteach, rochtana, dearbh*, dheimhniú, deimhniú,
      síniú isteach, athshocrú, clárú, a fhíorú, d'uimhir, athshlánaithe, aisghabhála`,
  other: "lascaine, cód poist, cúpón",
  reference: "beart, bheart, ordú",
  mobile: "fón, uimhir fóin",
  warn: "roinn, ná roinn",
  copula: "is é, do, é, an",
  enter: "úsáid, cuir, cuir isteach, clóscríobh, iontráil",
  expiry: "bailí, éagfaidh, rachaidh",
  minute: "nóiméad*, nóim",
  hour: "uair",
  numbers: { cúig: 5 },
};
