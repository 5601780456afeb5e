import type { Language } from "../language.ts";

export const mg: Language = {
  tag: "mg",
  name: "Malagasy",
  strong: "kaody fanamarinana, kaody fiarovana",
  code: "kaody, tenimiafina",
  act: "fanamarinana, fiarovana, hanamarinana, hidirana",
  copula: "dia, anao, ny",
  enter: "ampiasao, ampidiro",
  minute: "minitra",
};
