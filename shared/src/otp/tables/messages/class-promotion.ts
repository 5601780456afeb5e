import type { TestMessage } from "./message.ts";

export const classPromotionMessages: readonly TestMessage[] = [
  { body: "Use promo code SAVE20 to get 20% off today!", code: null },
  { body: "FLAT 50% OFF! Apply code BIG50 at checkout. T&C apply.", code: null },
  { body: "Your exclusive discount code: SUMMER25. Shop now at acme.shop", code: null },
  { body: "Win 5000 points! Text WIN to 88120. Ends 30/06.", code: null },
  { body: "Claim your prize with claim code 4471 before midnight. Call 09061701461", code: null },
  { body: "Your gift card code is 8812 0044 7712 3391", code: null },
  { body: "Invite friends with your referral code 7KQ29X and get $10", code: null },
  { body: "Get 2GB for 99. Dial *123*4471# now", code: null },
  { body: "Lottery draw code 771203: you may have won!", code: null },
  { body: "Voucher code LUMO2025 gives you 30 days free", code: null },
  { body: "Buy 2 get 1 free, use coupon 20OFF2", code: null },
  { body: "Mega sale! Prices from 1999. Visit 1250 Main Street.", code: null },
  { body: "Redeem code HAPPY100 in the app for 100 coins", code: null },
  { body: "Your unsubscribe code is 4471", code: null },
  { body: "Top up 5000 and get 10000! Offer valid for 24 hours.", code: null },
];
