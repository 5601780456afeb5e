import type { Language } from "../language.ts";

export const mi: Language = {
  tag: "mi",
  name: "Maori",
  strong: "waehere manatoko, waehere whakaū, waehere haumaru, waehere whakamana",
  code: "waehere, kupuhipa",
  act: "manatoko, whakaū, haumaru, takiuru, haumarutanga, whakapūmau",
  copula: "ko, tō, tāu, te",
  enter: "whakamahia, tāurutia, tāurua, pātōhia",
  minute: "meneti",
};
