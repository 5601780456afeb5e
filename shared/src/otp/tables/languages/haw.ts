import type { Language } from "../language.ts";

export const haw: Language = {
  tag: "haw",
  name: "Hawaiian",
  code: "helu, pāʻālua",
  act: "hōʻoia",
  minute: "minuke",
};
