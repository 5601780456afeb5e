import type { Language } from "../language.ts";

export const yi: Language = {
  tag: "yi",
  name: "Yiddish",
  code: "קאָד, קאד, פּאַראָל",
  act: "באַשטעטיק*, וועריפיק*, זיכערהייט",
  minute: "מינוט*",
};
