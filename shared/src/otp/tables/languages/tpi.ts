import type { Language } from "../language.ts";

export const tpi: Language = {
  tag: "tpi",
  name: "Tok Pisin",
  code: "kod, paswod",
  act: "strongim, tok tru, konfem, lukautim, login",
  enter: "yusim, putim",
  minute: "minit",
};
