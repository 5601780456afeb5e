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
  {
    body: "Tu código de Pixo es 605-601. También puedes tocar este enlace para verificar tu teléfono: v.pixo.com/605601",
    code: "605601",
    class: "plain",
  },
  { body: "Usa 605602 como código de seguridad de la cuenta Pixo", code: "605602", class: "plain" },
  { body: "Pixo: 605603 es tu código. No lo compartas.", code: "605603", class: "plain" },
  {
    body: "Bienvenido a Lumo. Para activar tu cuenta ingresa el siguiente código: 605604",
    code: "605604",
    class: "plain",
  },
  {
    body: "NorBanco: Tu clave para realizar la operación es 605605. No la compartas con nadie.",
    code: "605605",
    class: "plain",
  },
  {
    body: "NorBanco: Compra aprobada por $12.500 en LUMO con tu TC *4471 el 12/05 10:33. Info 018000123456",
    code: null,
    class: "bank alert",
  },
  {
    body: "Transferencia SPEI por $1,500.00 recibida. Clave de rastreo 44712025051200. Ref 771203",
    code: null,
    class: "bank alert",
  },
  {
    body: "Recarga $100 y recibe 2000 MB. Marca *133# o responde PROMO al 5050",
    code: null,
    class: "promotion",
  },
  { body: "Gana un viaje! Envia VIAJE al 4471. Costo 12 pesos", code: null, class: "promotion" },
  { body: "Su cita es el 12/05/2025 a las 1030, folio 443210", code: null, class: "order or parcel" },
  { body: "Para confirmar tu número ingresa 701121 en la app.", code: "701121", class: "plain" },
  { body: "Hola Sam, tu contraseña temporal es: 701122", code: "701122", class: "plain" },
  { body: "Tu PIN es 7011. Vence en 3 min.", code: "7011", class: "plain" },
  { body: "No compartas este código con nadie: 701124", code: "701124", class: "plain" },
  {
    body: "NorBanco: vas a transferir $5,000.00 a la cuenta *8812. Código de autorización 801101. No lo compartas.",
    code: "801101",
    class: "plain",
  },
  { body: "801102 es tu clave temporal para ingresar a Lumo Movil", code: "801102", class: "plain" },
  { body: "Token: 801103 para tu compra de $1,250 en TAVIO tarjeta 4471", code: "801103", class: "plain" },
  {
    body: "NorBanco le informa: retiro de $2,000.00 en ATM 4471 el 12/05/2025. Clave 88120. Saldo $18,205",
    code: null,
    class: "bank alert",
  },
  {
    body: "Obten hasta $50000 con tu prestamo pre-aprobado. Llama 8001234567",
    code: null,
    class: "promotion",
  },
  { body: "Usa el cupon LUMO20 y ahorra $2000", code: null, class: "promotion" },
  { body: "El código del portón es 7718", code: null, class: "looks like a code but is none" },
  { body: "Tu número de verificación para Pixo es 70418", code: "70418", class: "plain" },
  {
    body: "Compra aprobada $89.000 tarjeta 5093. Cód. autorización 704182",
    code: null,
    class: "looks like a code but is none",
  },
];
