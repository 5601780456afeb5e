import type { Language } from "../language.ts";

export const co: Language = {
  tag: "co",
  name: "Corsican",
  strong: "codice di verificazione, codice di cunfirmazione, codice di sicurità",
  code: "codice, parolla d'intesa",
  act: "verific*, cunfirm*, sicurità, cunferm*, cunnessione, sicurezza, cunnettevvi, ricuperazione, recupero",
  enter: "aduprate, scrivite",
  minute: "minuti, minutu",
};
