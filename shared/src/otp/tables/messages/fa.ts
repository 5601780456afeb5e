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
  { body: "کد Pixo شما: 605-731", code: "605731", class: "plain" },
  {
    body: "بانک نورویک\nرمز دوم پویا:605732\nمبلغ:2,500,000 ریال\nپذیرنده:لومو",
    code: "605732",
    class: "plain",
  },
  {
    body: "بانک نورویک\nانتقال\nحساب:0012345678\nمبلغ:-2,500,000\nمانده:18,205,550\n0512-10:33",
    code: null,
    class: "bank alert",
  },
  { body: "بسته 5 گیگ فقط 50000 تومان! کد دستوری *100*4471#", code: null, class: "promotion" },
  { body: "برای تایید شماره خود کد 701471 را وارد کنید.", code: "701471", class: "plain" },
  { body: "سلام، کد شما: 701472", code: "701472", class: "plain" },
  {
    body: "رمز پویا: 801241\nمبلغ: 5,000,000 ریال\nپذیرنده: لومو\nاعتبار تا 10:35:22",
    code: "801241",
    class: "plain",
  },
  { body: "خرید 5,000,000 ریال کارت 4471 کد پیگیری 771203441", code: null, class: "bank alert" },
  { body: "برای تأیید شماره از 660271 استفاده کنید.", code: "660271", class: "plain" },
];
