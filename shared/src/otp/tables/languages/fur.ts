import type { Language } from "../language.ts";

export const fur: Language = {
  tag: "fur",
  name: "Friulian",
  strong: "codiç di verifiche, codiç di conferme, codiç di sigurece, codiç di recupar",
  code: "codiç, codiç*, password",
  act: "verifiche, conferme, sigurece, recupar, acès",
  copula: "al è",
  enter: "dopre, inserìs",
  expiry: "al scjât, scjât",
  minute: "minût*",
};
