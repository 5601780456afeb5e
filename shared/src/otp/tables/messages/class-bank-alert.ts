import type { TestMessage } from "./message.ts";

export const classBankAlertMessages: readonly TestMessage[] = [
  {
    body: "Rs.500.00 debited from A/c XX1234 on 12-05-25 to VPA shop@upi. UPI Ref 412345678901. Not you? Call 18001234567",
    code: null,
  },
  { body: "INR 12,500.00 credited to A/c no. XX4471 on 12MAY25. Avl bal INR 45,210.55", code: null },
  { body: "Your card ending 4471 was used for $89.90 at PIXO on 05/12 at 10:33.", code: null },
  { body: "Payment of GBP 49.99 to LUMO LTD received. Balance 1820.55. Ref 88120034", code: null },
  { body: "Your a/c 123456 is credited with 5000. Balance is 18205.", code: null },
  { body: "Txn of Rs 2,500 at TAVIO declined. Avl limit Rs 81,200. SMS BLOCK 4471 to 5676791", code: null },
  {
    body: "Dear customer, your statement is ready. Total due 1820.55, minimum 182.05, due 28/06/2025.",
    code: null,
  },
  { body: "ATM withdrawal 200.00 EUR, approval code 442193, card **8812", code: null },
  { body: "Your loan EMI of Rs 8812 is due on 05-06-2025. A/c 5512093344.", code: null },
  { body: "Standing order 4471920 executed, EUR 250,00 to DE89370400440532013000.", code: null },
  { body: "Transfer to 0012345678 successful. Transaction ID 88120034771.", code: null },
  { body: "Acct 7734 debited NGN5,000.00 Desc: TRF/PIXO/8841. Bal NGN18,205.55", code: null },
  { body: "Your bill for June is 2450. Biller code 88120, customer no 7734120.", code: null },
  { body: "Tax code 1257L applied. Employer ref 120/AB4471.", code: null },
  { body: "KYC update pending for A/c 8812. Visit branch 4471 by 30 June.", code: null },
  { body: "Pembelian Rp250.000 di LUMO kartu 4471 berhasil. Kode approval 482913", code: null },
  { body: "Achat 49,90 EUR LUMO carte 4471 accepté. Autorisation 482913", code: null },
  { body: "Compra aprobada 89,90 EUR LUMO tarjeta 4471. Autorización: 482913", code: null },
  { body: "Transaction approved. Auth: 482913 RRN 412345678901", code: null },
  { body: "POS purchase KES 1,250 LUMO approved. Approval code: 482913", code: null },
  { body: "You withdrew 5,000 from agent 482913. Trans ID 77120344", code: null },
  { body: "Pay bill 482913 account 8812 amount 500", code: null },
  { body: "Till number 482913 LUMO STORES", code: null },
];
