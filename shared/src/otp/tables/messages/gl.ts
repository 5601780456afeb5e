import type { TestMessage } from "./message.ts";

export const glMessages: readonly TestMessage[] = [
  { body: "O teu código de verificación de Zentra é 338914.", code: "338914", service: "Zentra" },
  {
    body: "Código de acceso: 7702. Caduca en 5 minutos. Non o compartas con ninguén.",
    code: "7702",
    expires: 300,
  },
  { body: "Introduce 701761 para verificar o teu número", code: "701761", class: "plain" },
];
