import type { Language } from "../language.ts";

export const an: Language = {
  tag: "an",
  name: "Aragonese",
  code: "codigo, códigu, clau",
  act: "verificación, verific*, confirm*, seguranza, acceso, recuperación",
  enter: "usa, escribe, introduce",
  expiry: "caduca, valido",
  minute: "minuto*, minutos",
};
