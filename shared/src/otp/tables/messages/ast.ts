import type { TestMessage } from "./message.ts";

export const astMessages: readonly TestMessage[] = [
  {
    body: "702102 ye'l to códigu de verificación de Pixo. Caduca en 5 minutos.",
    code: "702102",
    class: "plain",
  },
];
