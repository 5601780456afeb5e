import type { Language } from "../language.ts";

export const sm: Language = {
  tag: "sm",
  name: "Samoan",
  code: "numera, upu faataga, kode, fa'ailoga, faailoga",
  act: "faʻamaonia, fa'amaonia, saogalemu, faamaonia, ulufale",
  enter: "faaaoga, fa'aaoga, tuu",
  minute: "minute, minute e",
};
