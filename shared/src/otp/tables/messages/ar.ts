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
  { body: "615540 هو كود تفعيل حسابك في Tavio", code: "615540" },
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
  { body: "استخدم 605711 كرمز أمان لحساب Pixo", code: "605711", class: "plain" },
  { body: "رمز Pixo: ‏605-712. لا تشارك الرمز", code: "605712", class: "plain" },
  { body: "عزيزي العميل، الرقم السري المؤقت لعملية الدخول: 605713", code: "605713", class: "plain" },
  {
    body: "شراء إنترنت بـ 250.00 ريال من LUMO بطاقة 4471** في 12/05/25 10:33",
    code: null,
    class: "bank alert",
  },
  {
    body: "تم إيداع راتب 5000.00 جنيه في حسابكم رقم ****4471. للاستفسار 19123",
    code: null,
    class: "bank alert",
  },
  { body: "احصل على 5000 نقطة مجانا! اتصل على *4471#", code: null, class: "promotion" },
  { body: "لتأكيد رقمك أدخل 701461 في التطبيق", code: "701461", class: "plain" },
  { body: "مرحبا، كود الدخول الخاص بك: 701462", code: "701462", class: "plain" },
  {
    body: "عزيزي العميل رمز التحقق لعملية تحويل 5,000.00 ريال هو 801191 لا تشاركه",
    code: "801191",
    class: "plain",
  },
  { body: "كود الدخول إلى لومو 801192 صالح لمدة 3 دقائق", code: "801192", class: "plain" },
  {
    body: "تحويل صادر 5,000.00 ريال من حساب 4471 إلى حساب 8812 رقم المرجع 77120344",
    code: null,
    class: "bank alert",
  },
  { body: "اربح 5000 نقطة! استخدم كود LUMO50", code: null, class: "promotion" },
  { body: "أدخل 20741836 لتسجيل الدخول إلى Pixo", code: "20741836", class: "plain" },
  { body: "إذا كنت تحاول الدخول إلى Pixo، فالرمز هو 5093", code: "5093", class: "plain" },
];
