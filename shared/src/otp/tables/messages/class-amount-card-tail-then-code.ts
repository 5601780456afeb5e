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
  {
    body: "Use this to confirm transfer: amount EUR 250.00; beneficiary: TAVIO GMBH; IBAN ...4471; TAN: 482913",
    code: "482913",
  },
  {
    body: "Merchant LUMO, amount 4471.00 THB, date 12/05/25 10:33, card **8812, OTP 482913, ref KXQB",
    code: "482913",
  },
  { body: "NORVIK 3DS: 4,471 JPY at LUMO (card 8812). Password 482913", code: "482913" },
  {
    body: "Bạn đang thanh toán 1.250.000đ tại LUMO bằng thẻ *4471. Mã OTP của bạn là 482913",
    code: "482913",
  },
  { body: "LUMO da 1.250,00 TL tutarindaki alisveris icin sifre: 482913", code: "482913" },
  { body: "购物金额人民币1250.00元，卡号尾数4471，商户LUMO，一次性密码为482913", code: "482913" },
  { body: "Betaling NOK 449,00 til LUMO. Kort 4471. Kode 482913", code: "482913" },
  { body: "Оплата 1250 UAH, картка 4471, пароль 482913", code: "482913" },
  { body: "قيمة الشراء 250.00 درهم، بطاقة 4471، رمز التحقق: 482913", code: "482913" },
  { body: "Pembelian Rp250.000 di LUMO kartu 4471 OTP 482913", code: "482913" },
];
