import type { Language } from "../language.ts";

export const an: Language = {
  tag: "an",
  name: "Aragonese",
  code: "codigo, códigu, clau",
  act: "verificación, verific*, confirm*, seguranza, acceso, recuperación",
  expiry: "caduca, valido",
  minute: "minuto*, minutos",
};
