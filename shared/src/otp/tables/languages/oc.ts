import type { Language } from "../language.ts";

export const oc: Language = {
  tag: "oc",
  name: "Occitan",
  strong: "còdi de verificacion, còdi de confirmacion, còdi de seguretat, còdi d'accès",
  code: "còdi, senhal",
  act: "verific*, confirm*, seguretat, accès, recuperacion, connexion, reïnicializ*, identific*",
  mobile: "telefòn",
  copula: "es vòstre, es lo",
  enter: "picatz, utilizatz, sasissètz, dintratz",
  expiry: "expira, valid",
  minute: "minutas, minuta",
};
