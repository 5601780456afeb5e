import type { Language } from "../language.ts";

export const mg: Language = {
  tag: "mg",
  name: "Malagasy",
  strong: "kaody fanamarinana, kaody fiarovana, kaodim-piarovana*, kaody fanamarin*",
  code: `
      kaody, tenimiafina, kaodin'ny, kaodinao, no kaodin'ny, no kaodinao, no kaody, kaodim-piarovana*,
      kaodim*, kaody fanamarinana`,
  act: `
      fanamarinana, fiarovana, hanamarinana, hidirana, fanamarin*, fanamafis*, hiditra, hanamarina,
      hanamafy`,
  copula: "dia, anao, ny",
  enter: "ampiasao, ampidiro, soraty",
  minute: "minitra",
};
