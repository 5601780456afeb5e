import type { Language } from "../language.ts";

export const tn: Language = {
  tag: "tn",
  name: "Tswana",
  strong: "khoutu ya netefatso, khoutu ya tshireletso, nomoro ya netefatso",
  code: "khoutu, khoutu ya gago",
  act: "netefatso, netefatsa, tshireletso, go tsena, ikwadisa",
  enter: "dirisa, tsenya",
  minute: "metsotso",
};
