import type { TestMessage } from "./message.ts";

export const urMessages: readonly TestMessage[] = [
  { body: "آپ کا Lumo تصدیقی کوڈ 660361 ہے۔", code: "660361", service: "Lumo" },
  {
    body: "آپ کا او ٹی پی 4512 ہے۔ 10 منٹ کے لیے کارآمد۔ کسی کے ساتھ شیئر نہ کریں۔",
    code: "4512",
    expires: 600,
  },
  { body: "آپ کے اکاؤنٹ سے 5,000 روپے نکالے گئے۔ بیلنس 18,205.50 روپے", code: null, class: "bank alert" },
  { body: "اپنا نمبر تصدیق کرنے کے لیے 701481 درج کریں۔", code: "701481", class: "plain" },
  { body: "Pixo تصدیقی نمبر: 70418", code: "70418", class: "plain" },
];
