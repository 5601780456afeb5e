import type { Language } from "../language.ts";

export const uz: Language = {
  tag: "uz",
  name: "Uzbek",
  strong: `
      tasdiqlash kod*, tasdiq kod*, xavfsizlik kod*, kirish kod*, bir martalik kod*, bir martalik parol*,
      faollashtirish kod*, tekshirish kod*, sms kod*, maxfiy kod*, тасдиқлаш код*, тасдиқлаш учун код,
      бир марталик код*, бир марталик парол*, tasdiqlash uchun kod, ro'yxatdan o'tish kod*, tiklash kod*,
      tasdiqlash raqam*`,
  code: `
      kod, kodi, kodini, kodingiz, kodingizni, kodni, kodlar, parol*, код, коди, кодингиз, кодингизни,
      кодини, кодни, парол*`,
  act: `
      tasdiq*, xavfsizlik*, kirish*, bir martalik, faollashtir*, tekshir*, тасдиқ*, кириш, ro'yxatdan,
      tiklash, hisob*, tasdiqla*, tiklash*, tasdiqlang, akkaunt*, hisobingizga, тасдиқла*, кириш*`,
  other: "promokod*, chegirma*, pochta, kupon*, kuryer*",
  reference: "buyurtma*, jo'natma*, posilka*, buyurtmangiz",
  account: "mijoz raqam*, hisob raqam*",
  phone: "qo'ng'iroq, tel",
  mobile: "telefon*, raqamingizni",
  amount: "summa*, balans*, to'lov*",
  balance: "balans*, qoldiq",
  currency: "so'm, som, сўм, sum, uzs, soʻm",
  promo: "chegirma*, bepul, aksiya*, sovg'a*, yutib",
  warn: "hech kimga, bermang, aytmang, ulashmang, бериб, ҳеч кимга",
  copula: "sizning, bu, uchun, сизнинг",
  enter: "kiriting, foydalaning, киритинг, kiritib, ishlating, yozing, фойдаланинг, kirit",
  expiry: "amal qiladi, muddat*, davomida, yaroqli, ichida",
  second: "soniya*, sekund*",
  minute: "daqiqa*, minut*, дақиқа*, min",
  hour: "soat*",
  day: "kun",
};
