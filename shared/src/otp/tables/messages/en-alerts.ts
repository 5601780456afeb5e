import type { TestMessage } from "./message.ts";

export const enAlertsMessages: readonly TestMessage[] = [
  {
    body: "ICIC Bank Acct XX334 debited for Rs 340.00 on 12-May-25; RAHUL K credited. UPI:412345678901. Call 18002662 for dispute. SMS BLOCK 334 to 9215676766",
    code: null,
    class: "bank alert",
  },
  {
    body: "Sent Rs.150.00 from Kotik Bank AC X4471 to shop@ybl on 12-05-25.UPI Ref 412345678912. Not you, kotik.com/fraud",
    code: null,
    class: "bank alert",
  },
  {
    body: "Alert: You've spent INR 1,299.00 on your card ending with 4471 at PIXO on 12/05/2025 at 10:33 PM. Call 18001801290 if not done by you",
    code: null,
    class: "bank alert",
  },
  {
    body: "QK44712XYZ Confirmed. Ksh1,500.00 paid to LUMO STORES 443210 on 12/5/25 at 10:33 AM. New M-PESA balance is Ksh18,205.55. Transaction cost, Ksh0.00.",
    code: null,
    class: "bank alert",
  },
  {
    body: "Acct: 001****447\nAmt: NGN5,000.00 DR\nDesc: POS/PIXO/771203\nAvail Bal: NGN18,205.55\nDate: 12-May-2025 10:33",
    code: null,
    class: "bank alert",
  },
  {
    body: "Your NorthBank card 4471 was declined for $45.00 at LUMO. Reply YES if you recognize it or NO if you don't. Msg ID 88120",
    code: null,
    class: "bank alert",
  },
  {
    body: "NorthBank: Did you attempt $129.99 at PIXO.COM on card ending in 4471? Reply 1 for Yes or 2 for No.",
    code: null,
    class: "bank alert",
  },
  {
    body: "Your available balance is 18,205.55 as of 12 May 2025 10:33. Dial 919 for help.",
    code: null,
    class: "bank alert",
  },
  {
    body: "Dear Customer, Rs. 5000.00 deposited by cash in your A/c No XXXXXX4471 at branch 00123 on 12-05-2025. Total Bal: Rs. 23205.55 CR",
    code: null,
    class: "bank alert",
  },
  {
    body: "Your mandate UMRN NORV7012345678 for Rs 2000 will be debited on 05/06/25.",
    code: null,
    class: "bank alert",
  },
  {
    body: "EMI 04/36 of loan no 771203445 for INR 8,812 is due on 05-06-25. Ignore if paid.",
    code: null,
    class: "bank alert",
  },
  {
    body: "Cheque no. 443210 for Rs 15,000 has been cleared from A/c 4471.",
    code: null,
    class: "bank alert",
  },
  { body: "Your FD 0012345678 of 50000 matures on 12-06-2025.", code: null, class: "bank alert" },
  {
    body: "PIN for your debit card ending 4471 has been generated successfully at ATM on 12-05-25.",
    code: null,
    class: "bank alert",
  },
  {
    body: "Dear user, login to NetBanking from new device at 10:33 on 12/05/25. If not you call 18001234567 or email help@norvik.example",
    code: null,
    class: "bank alert",
  },
  {
    body: "Beneficiary JOHN DOE with A/c 001234567890 added. You can transfer up to 50000 in the next 24 hours.",
    code: null,
    class: "bank alert",
  },
  {
    body: "You've reached 80% of your 1024MB data plan. Top up with code *544*8812#",
    code: null,
    class: "bank alert",
  },
  {
    body: "Your card ending 8812 has been blocked. To unblock, call 0800 123 456 and quote ref 771203.",
    code: null,
    class: "bank alert",
  },
  {
    body: "INR 4,471.00 spent on Norvik Card no. XX8812 at LUMO RETAIL on 12-05-25. Avl Lmt: INR 1,82,055.00. To dispute SMS BLOCK 8812 to 567676",
    code: null,
    class: "bank alert",
  },
  {
    body: "Thank you for paying your electricity bill of Rs.2450.00 vide receipt no 7712034. CA No. 100200300",
    code: null,
    class: "bank alert",
  },
  {
    body: "UPI mandate of Rs 199 for PIXO created successfully. UMN: 4471abcd@norvik",
    code: null,
    class: "bank alert",
  },
  { body: "Interest of Rs 44.00 credited to A/c 8812 on 31-03-2025.", code: null, class: "bank alert" },
  {
    body: "Your policy 77120344 premium of 8812 is due on 30/06. Pay at norvik.example/pay",
    code: null,
    class: "bank alert",
  },
  { body: "Fuel purchase approved 1250.00 ZAR, auth 004412, odo 88120", code: null, class: "bank alert" },
  { body: "Direct deposit of $2,450.00 posted to acct ...4471 on 05/12.", code: null, class: "bank alert" },
  { body: "Low balance alert: Acct *4471 is below $100. Balance: $44.71", code: null, class: "bank alert" },
  {
    body: "Your transfer of 5000 to 0801234567 was successful. ID: MP250512.1033.A44712",
    code: null,
    class: "bank alert",
  },
  {
    body: "Cash out of UGX 50,000 from agent 443210 TID 77120344. Fee UGX 1,000",
    code: null,
    class: "bank alert",
  },
  {
    body: "Dear member, your EPF balance against UAN 100200300400 is Rs. 1,82,055/-.",
    code: null,
    class: "bank alert",
  },
  {
    body: "Your SIP instalment of Rs 5000 in folio 77120344 NAV 44.71 units 111.83",
    code: null,
    class: "bank alert",
  },
  {
    body: "Statement for card XX8812: Total due Rs 8,812, Min due Rs 441. Pay by 28-May.",
    code: null,
    class: "bank alert",
  },
];
