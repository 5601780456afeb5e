import type { Language } from "../language.ts";

export const sc: Language = {
  tag: "sc",
  name: "Sardinian",
  strong: "còdighe de verìfica, còdighe de seguresa, còdighe de recùperu, còdighe de cunfirma",
  code: "còdighe, crae de intrada, cràe",
  act: "verìfica, seguresa, recùperu, cunfirma, intrada, atzessu",
  copula: "est, su, tuo, tua, est su",
  enter: "imprea, iscrie, pone",
  expiry: "iscadet",
  minute: "minutos, minutu",
};
