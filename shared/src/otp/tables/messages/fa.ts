import type { TestMessage } from "./message.ts";

export const faMessages: readonly TestMessage[] = [
  { body: "[لومو] کد تایید شما: 482913", code: "482913", service: "لومو" },
  { body: "رمز یکبار مصرف شما ۷۷۲۱۰۴ است. در اختیار دیگران قرار ندهید.", code: "772104" },
  { body: "کد ورود: 60514. اعتبار 2 دقیقه", code: "60514", expires: 120 },
  {
    body: "خرید\nمبلغ: 1,250,000 ریال\nکارت: *4471\nرمز پویا: 8830417",
    code: "8830417",
    class: "bank code with amounts",
  },
  {
    body: "برداشت مبلغ 500,000 ریال از حساب 0012345678. مانده 2,350,000 ریال 1403/05/12 14:30",
    code: null,
    class: "bank alert",
  },
  { body: "۵۰٪ تخفیف ویژه با کد تخفیف YALDA50 فقط تا امشب", code: null, class: "promotion" },
  {
    body: "سفارش شما با شماره 8831204 ارسال شد. کد رهگیری 119930412345678901",
    code: null,
    class: "order or parcel",
  },
];
