import type { TestMessage } from "./message.ts";

export const classBankCodeWithAmountsMessages: readonly TestMessage[] = [
  { body: "Your authorisation code for the transfer of 12,500.00 EUR is 8830417731", code: "8830417731" },
  {
    body: "OTP for txn of INR 1,250.00 at PIXO on card ending 4471 is 338101. Valid till 10:35. Do not share.",
    code: "338101",
  },
  { body: "905510 is the OTP for Rs.499.00 at LUMO on your card XX4471. Never share OTP.", code: "905510" },
  { body: "Use OTP 771559 to approve payment of USD 89.90 to PIXO from card *4471", code: "771559" },
  { body: "Rs 25000 transfer to A/c XX9981: your transaction password is 5512093", code: "5512093" },
  { body: "PIXO wants AED 1,200.00 from your card 4471**8812. 3D Secure code: 660202", code: "660202" },
  {
    body: "Dear customer, 448190 is SECRET OTP for txn of INR 7,999.00 on card ending 1122 at TAVIO on 12-05-25 10:33:01. Pls do not share.",
    code: "448190",
  },
  { body: "KES 5,000 to 254700123456: confirm with code 719203", code: "719203" },
  { body: "Your OTP for adding beneficiary JOHN A/c 001234567890 is 118832", code: "118832" },
  {
    body: "Payment £49.99 to Lumo Ltd. Enter 500291 in the app to confirm. Didn't request it? Call 03001234567",
    code: "500291",
  },
];
