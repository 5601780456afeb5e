import type { TestMessage } from "./message.ts";

export const classBankAlertInManyLanguagesMessages: readonly TestMessage[] = [
  {
    body: "Tu tarjeta 4471 fue usada por $1,250.00. Autorización 901114. ¿No fuiste tú? Llama 8001234567",
    code: null,
  },
  { body: "CB 4471 : achat 49,90 EUR refusé. Info 0969360000", code: null },
  { body: "Rimborso di 49,90 EUR accreditato. Rif 901115", code: null },
  { body: "Ihre Karte 4471 wurde gesperrt. Vorgang 901116", code: null },
  { body: "Operação recusada no cartão final 4471. Protocolo 901117", code: null },
];
