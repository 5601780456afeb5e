import type { Language } from "../language.ts";

export const lij: Language = {
  tag: "lij",
  name: "Ligurian",
  strong: "còdice de verifica",
  code: "còdice, paròlla segrêta",
  act: "verifica, confermâ",
  enter: "deuvia, scrivi",
  minute: "minuti, menuti",
};
