import type { TestMessage } from "./message.ts";

export const classAmountCardTailThenCodeMessages: readonly TestMessage[] = [
  { body: "NorthBank: purchase 129.99 USD, card *4471, shop PIXO.COM. Code 664121", code: "664121" },
  {
    body: "You are paying 45.00 GBP with card ending in 8812. Your one-time passcode is 664122",
    code: "664122",
  },
  { body: "Card ****4471 12/05/25 10:33 EUR 250,00 LUMO ref 88120. Code: 664123", code: "664123" },
  { body: "Amount: 1,250.00\nCard: 4471\nMerchant: PIXO\nOTP: 664124", code: "664124" },
  { body: "Сумма 500 руб, карта *8812, магазин LUMO. Пароль: 664125", code: "664125" },
  { body: "Importe 20,00 EUR, tarjeta 4471. Su clave: 664126", code: "664126" },
  { body: "Montant 35,00 EUR carte 4471 commercant LUMO. Votre code : 664127", code: "664127" },
];
