import type { Language } from "../language.ts";

export const st: Language = {
  tag: "st",
  name: "Southern Sotho",
  strong: "khoutu ya netefatso, khoutu ya tshireletso",
  code: "khoutu, khoutu ya hao, phasewete",
  act: "netefatso, netefatsa, tshireletso, ho netefatsa, kena, ngodisa",
  enter: "sebedisa, kenya",
  minute: "metsotso",
};
