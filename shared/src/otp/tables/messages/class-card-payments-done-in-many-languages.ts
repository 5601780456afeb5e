import type { TestMessage } from "./message.ts";

export const classCardPaymentsDoneInManyLanguagesMessages: readonly TestMessage[] = [
  {
    body: "Norvik: Ihre Zahlung über 49,90 EUR bei PIXO am 12.05. um 10:33 Uhr wurde ausgeführt. Karte 4471. Beleg 960031",
    code: null,
  },
  {
    body: "Norvik: votre achat de 49,90 EUR du 12/05 à 10h33 carte *4471 est accepté. Dossier 960032",
    code: null,
  },
  {
    body: "Norvik: tu compra de 49,90 EUR del 12/05 con tarjeta *4471 fue rechazada. Folio 960033",
    code: null,
  },
  { body: "Norvik: il tuo acquisto di 49,90 EUR carta *4471 è stato autorizzato. Rif. 960034", code: null },
  { body: "Norvik: płatność 49,90 PLN kartą *4471 zrealizowana. Nr 960035", code: null },
  { body: "Norvik: platba 490 Kč kartou *4471 provedena. VS 960036", code: null },
  { body: "Norvik: 4471 végű kártyával 4 990 Ft fizetés teljesült. Azonosító 960037", code: null },
  { body: "Norvik: plata de 49,90 RON cu cardul *4471 aprobata. Ref 960038", code: null },
  { body: "Norvik: плащане 49,90 лв. с карта *4471 е одобрено. Реф. 960039", code: null },
  { body: "Norvik: αγορά 49,90€ με κάρτα *4471 ολοκληρώθηκε. Αρ. 960040", code: null },
  { body: "Norvik: *4471 kartınızla 49,90 TL ödeme yapıldı. Fiş no 960041", code: null },
  { body: "Norvik: оплата 490 руб карта *4471 выполнена. Чек 960042", code: null },
  { body: "诺维克：您的卡*4471于12日10:33支付490元成功，流水960043", code: null },
  { body: "ノルビク：カード*4471 490円のお支払い完了 伝票 960044", code: null },
  { body: "노빅: 카드 4471 4,900원 결제완료 거래번호 960045", code: null },
  { body: "Norvik: thanh toán 490.000đ thẻ *4471 thành công. Mã GD 960046", code: null },
  { body: "Norvik: pembayaran Rp490.000 kartu *4471 berhasil. Ref 960047", code: null },
  { body: "Norvik: ชำระเงิน 490.00 บาท บัตร *4471 สำเร็จ เลขที่ 960048", code: null },
  { body: "نورفيك: تم دفع 49.00 ريال ببطاقة *4471 مرجع 960049", code: null },
  { body: "Norvik: *4471 कार्ड से रु 490.00 का भुगतान सफल। संदर्भ 960050", code: null },
  { body: "Norvik: betaling 490 kr med kort *4471 godkjent. Ref 960051", code: null },
  { body: "Norvik: köp 490 kr med kort *4471 genomfört. Ref 960052", code: null },
];
