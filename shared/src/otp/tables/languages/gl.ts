import type { Language } from "../language.ts";

export const gl: Language = {
  tag: "gl",
  name: "Galician",
  strong: `
      código de verificación, código de seguranza, código de confirmación, código de acceso,
      código de activación, contrasinal dun só uso, código dun só uso, número de verificación`,
  code: "código, contrasinal",
  act: `
      verific*, confirm*, seguranza, seguridade, acceso, iniciar sesión, un só uso, dun só uso, autoriz*,
      acceder, rexistr*, restablec*`,
  other: "recollida, desconto*, cupón*, postal",
  reference: "pedido*, paquete*, factura*, reserva*",
  account: "número de cliente, número de conta",
  mobile: "teléfono*, móbil*",
  amount: "saldo, importe*, pagamento*",
  promo: "desconto*, oferta*, gratis, gaña*",
  warn: "compartas, comparta, ninguén",
  copula: "é, o, seu, teu, a",
  enter: "usa, utiliza*, introduce, escribe, insire, emprega",
  expiry: "válido, caduca*, remata",
  minute: "minuto*",
  hour: "hora*",
};
