import type { TestMessage } from "./message.ts";

export const esMessages: readonly TestMessage[] = [
  { body: "Tu código de verificación de Lumo es 482014.", code: "482014", service: "Lumo" },
  {
    body: "7713 es tu código de acceso. Vence en 10 minutos. No lo compartas con nadie.",
    code: "7713",
    expires: 600,
  },
  { body: "Usa el código 330915 para iniciar sesión en tu cuenta.", code: "330915" },
  {
    body: "Compra por $1,250.00 en PIXO con tu tarjeta terminada en 4471. Clave dinámica: 664120",
    code: "664120",
    class: "bank code with amounts",
  },
  {
    body: "BancoNorte: para autorizar el pago de 89,90 EUR con la tarjeta *8812 introduce 905511",
    code: "905511",
    class: "amount, card tail, then code",
  },
  { body: "Su clave temporal es 118830, vigente por 3 minutos", code: "118830" },
  {
    body: "Tu pedido 4471920 está en camino. Código de seguimiento 77AB3312XZ",
    code: null,
    class: "order or parcel",
  },
  { body: "¡Solo hoy! 30% de descuento con el código VERANO30 en tienda", code: null, class: "promotion" },
  {
    body: "Retiro por $500.00 en cajero el 12/05/25 10:33. Saldo: $1,820.55. Dudas al 8001234567",
    code: null,
    class: "bank alert",
  },
  {
    body: "Nunca compartas tu clave ni tu código con nadie. El banco no los pide. Llama al 900123456.",
    code: null,
    class: "warning without code",
  },
  {
    body: "No necesitas código para entrar, solo tu huella. Referencia 443120",
    code: null,
    class: "no code needed",
  },
  { body: "nos vemos a las 1930 en la casa 4412, llevo 2000 pesos", code: null, class: "chat" },
];
