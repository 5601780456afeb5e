import type { Language } from "../language.ts";

export const sm: Language = {
  tag: "sm",
  name: "Samoan",
  code: "numera, upu faataga, kode",
  act: "faʻamaonia, fa'amaonia, saogalemu",
  minute: "minute, minute e",
};
