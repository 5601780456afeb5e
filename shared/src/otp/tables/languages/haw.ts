import type { Language } from "../language.ts";

export const haw: Language = {
  tag: "haw",
  name: "Hawaiian",
  code: "helu, pāʻālua",
  act: "hōʻoia, hooia, palekana, ʻeʻe",
  enter: "hoʻohana, kikokiko",
  minute: "minuke",
};
