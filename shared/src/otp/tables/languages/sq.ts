import type { Language } from "../language.ts";

export const sq: Language = {
  tag: "sq",
  name: "Albanian",
  strong: `
      kodi i verifikimit, kod verifikimi, kodi verifikimi, kodi i sigurisë, kodi i konfirmimit,
      kod konfirmimi, kodi i hyrjes, fjalëkalim njëpërdorimësh, kodi i aktivizimit, kod rimarrjeje,
      kodi i aksesit, numri i verifikimit, numri juaj i verifikimit, numri yt i verifikimit`,
  code: "kodi, kod, kodin, fjalëkalimi, fjalëkalim*",
  act: `
      verifik*, siguri*, konfirm*, hyrje*, njëpërdorim*, aktivizim*, identifik*, rimarr*, llogari*,
      për të hyrë, identifikoh*, hyrj*, regjistr*, rivendos*, autoriz*, sigur*, kyçu*, kyçj*, rikthim*,
      rimëkëmbj*`,
  other: "tërheqj*, zbritj*, kupon*, promocion*, postar*",
  reference: "porosi*, pako*, dërges*, fatur*, rezervim*",
  account: "numri i klientit, numri juaj i klientit, numri i llogarisë",
  mobile: "telefoni*, celular*",
  amount: "shuma*, pagesë*, pagesen, bilanc*, gjendj*",
  currency: "lekë, lek, all",
  promo: "zbritj*, ofertë*, falas, fitoni, fito",
  warn: "ndani, askënd, askujt, mos e",
  copula: "është, juaj, yt, ky, për, i",
  enter: "përdorni, futni, vendosni, shkruani, përdor, fut, shkruaj, vendos, jepni",
  expiry: "skadon, vlen, vlefsh*, brenda",
  second: "sekond*",
  minute: "minut*",
  hour: "orë",
  day: "ditë",
};
