import type { Language } from "../language.ts";

export const szl: Language = {
  tag: "szl",
  name: "Silesian",
  strong: "kod weryfikacyjny, kod potwiyrdzynio",
  code: "kod, hasło",
  act: "weryfik*, potwiyrdz*, bezpiyczyń*, potwierdz*, wloguj*, zicher*",
  enter: "wpisz, użyj",
  minute: "minut*",
};
