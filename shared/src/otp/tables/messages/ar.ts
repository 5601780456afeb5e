import type { TestMessage } from "./message.ts";

export const arMessages: readonly TestMessage[] = [
  { body: "[لومو] رمز التحقق الخاص بك هو 482177", code: "482177", service: "لومو" },
  { body: "رمز التأكيد: ٩٠٥٣١٢. صالح لمدة 5 دقائق. لا تشاركه مع أي شخص.", code: "905312", expires: 300 },
  { body: "استخدم الرمز 7742 لتسجيل الدخول إلى حسابك.", code: "7742" },
  {
    body: "كلمة المرور لمرة واحدة لعملية شراء بمبلغ 249.00 ريال من بطاقتك المنتهية بـ 4471 هي 330918",
    code: "330918",
    class: "bank code with amounts",
  },
  { body: "615540 هو كود تفعيل حسابك في Tavo", code: "615540" },
  {
    body: "تم خصم مبلغ 350.00 ريال من بطاقتك المنتهية بـ 2290 بتاريخ 12/05/2025. الرصيد المتبقي 1820.40 ريال",
    code: null,
    class: "bank alert",
  },
  {
    body: "خصم 50% على جميع المنتجات! استخدم كود الخصم SAVE50 حتى 30 نوفمبر",
    code: null,
    class: "promotion",
  },
  {
    body: "لا تشارك الرمز السري مع أي أحد. للاستفسار اتصل على 920001234",
    code: null,
    class: "warning without code",
  },
  { body: "تم شحن طلبك رقم 88213450 وسيصلك خلال 3 أيام", code: null, class: "order or parcel" },
];
