import type { TestMessage } from "./message.ts";

export const classCardPaymentsInManyLanguagesMessages: readonly TestMessage[] = [
  {
    body: "Lumo: Ihr Sicherheitscode für die Online-Zahlung über 49,90 EUR bei PIXO am 12.05. um 10:33 Uhr lautet 960001. Karte 4471.",
    code: "960001",
  },
  {
    body: "Norvik: pour votre achat de 49,90 EUR du 12/05 à 10h33, carte *4471, le code de sécurité est 960002",
    code: "960002",
  },
  {
    body: "Norvik: para tu compra de 49,90 EUR del 12/05 a las 10:33 con tarjeta *4471 el código es 960003",
    code: "960003",
  },
  {
    body: "Norvik: per il tuo acquisto di 49,90 EUR del 12/05 ore 10:33 carta *4471 il codice è 960004",
    code: "960004",
  },
  { body: "Norvik: do płatności 49,90 PLN 12.05 10:33 kartą *4471 hasło 960005", code: "960005" },
  { body: "Norvik: za platbu 490 Kč dne 12.5. v 10:33 kartou *4471 je kód 960006", code: "960006" },
  {
    body: "Norvik: a 4471 végű kártyával 12.05. 10:33-kor indított 4 990 Ft fizetés kódja: 960007",
    code: "960007",
  },
  {
    body: "Norvik: pentru plata de 49,90 RON din 12.05 ora 10:33 cu cardul *4471 codul este 960008",
    code: "960008",
  },
  { body: "Norvik: за плащане 49,90 лв. на 12.05 в 10:33 с карта *4471 кодът е 960009", code: "960009" },
  { body: "Norvik: για αγορά 49,90€ στις 12/05 10:33 με κάρτα *4471 ο κωδικός είναι 960010", code: "960010" },
  { body: "Norvik: 12.05 10:33 *4471 kartınızla 49,90 TL ödeme için şifreniz 960011", code: "960011" },
  { body: "Norvik: оплата 490 руб 12.05 10:33 карта *4471 пароль 960012", code: "960012" },
  { body: "诺维克：您的卡*4471于12日10:33支付490元，验证码960013", code: "960013" },
  { body: "ノルビク：5/12 10:33 カード*4471 490円のお支払い 認証コード 960014", code: "960014" },
  { body: "노빅: 05/12 10:33 카드 4471 4,900원 결제 인증번호 960015", code: "960015" },
  { body: "Norvik: thanh toán 490.000đ ngày 12/05 10:33 thẻ *4471 mã OTP 960016", code: "960016" },
  { body: "Norvik: pembayaran Rp490.000 12/05 10:33 kartu *4471 kode OTP 960017", code: "960017" },
  { body: "Norvik: ชำระเงิน 490.00 บาท 12/05 10:33 บัตร *4471 รหัส OTP 960018", code: "960018" },
  { body: "نورفيك: لدفع 49.00 ريال في 12/05 10:33 ببطاقة *4471 رمز التحقق 960019", code: "960019" },
  { body: "Norvik: *4471 कार्ड से रु 490.00 के भुगतान हेतु ओटीपी 960020", code: "960020" },
  { body: "Norvik: betaling 490 kr 12.05 kl 10:33 med kort *4471, kode 960021", code: "960021" },
  { body: "Norvik: köp 490 kr 12/5 kl 10:33 med kort *4471, engångskod 960022", code: "960022" },
  { body: "Norvik: maksu 49,90 e 12.5. klo 10:33 kortilla *4471, vahvistuskoodi 960023", code: "960023" },
  { body: "Norvik: betaling van 49,90 op 12-05 om 10:33 met kaart *4471, code 960024", code: "960024" },
  { body: "Norvik: pagamento de R$ 49,90 em 12/05 às 10:33 no cartão *4471, token 960025", code: "960025" },
  { body: 'נורביק: לתשלום 49.90 ש"ח בתאריך 12/05 בכרטיס *4471 הקוד הוא 960026', code: "960026" },
  { body: "نورویک: خرید 490,000 ریال 12/05 10:33 کارت *4471 رمز 960027", code: "960027" },
  { body: "Norvik: оплата 490 грн 12.05 10:33 картка *4471 код 960028", code: "960028" },
  { body: "Norvik: malipo ya TZS 49,000 12/05 10:33, namba ya uthibitisho 960029", code: "960029" },
  { body: "Norvik: bayaran RM49.90 12/05 10:33 kad *4471, TAC 960030", code: "960030" },
];
