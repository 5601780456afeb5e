import type { Language } from "../language.ts";

export const ast: Language = {
  tag: "ast",
  name: "Asturian",
  strong: "códigu de verificación, códigu de seguridá, códigu de confirmación, códigu d'accesu",
  code: "códigu, contraseña",
  act: "verific*, confirm*, seguridá, accesu, recuperación, aniciar, aniciu de sesión, restabl*",
  enter: "usa, introduz, escribi",
  expiry: "caduca, ye válidu",
  minute: "minutu*, minutos",
};
