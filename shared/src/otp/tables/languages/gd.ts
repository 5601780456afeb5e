import type { Language } from "../language.ts";

export const gd: Language = {
  tag: "gd",
  name: "Scottish Gaelic",
  strong: "còd dearbhaidh, còd tèarainteachd, còd aithneachaidh",
  code: "còd, facal-faire",
  act: `
      dearbh*, tèarainteachd, aithneach*, logadh, dearbhaidh, dhearbhadh, logadh a-steach,
      clàradh a-steach, ath-shuidheachadh, aisig`,
  enter: "cuir a-steach, cleachd",
  minute: "mionaid*, mhionaid*",
};
