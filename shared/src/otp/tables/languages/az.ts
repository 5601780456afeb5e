import type { Language } from "../language.ts";

export const az: Language = {
  tag: "az",
  name: "Azerbaijani",
  strong: `
      təsdiq kod*, doğrulama kod*, təhlükəsizlik kod*, giriş kod*, aktivasiya kod*, birdəfəlik kod*,
      birdəfəlik şifrə*, birdəfəlik parol*, sms kod*, təsdiqləmə kod*, yoxlama kod*, otp kod*,
      birdəfəlik istifadə, təsdiq nömrə*, doğrulama nömrə*`,
  code: "kod, kodu, kodunuz, kodun, kodunuzu, şifrə*, parol*, kodunuzdur, kodudur, kodundur",
  act: `
      təsdiq*, doğrula*, təhlükəsizlik*, giriş*, daxil ol*, birdəfəlik, yoxla*, aktiv*, qeydiyyat*,
      hesab*`,
  other: "endirim, promo*, poçt, kupon",
  reference: "sifariş*, istinad, qaimə",
  phone: "zəng, əlaqə",
  mobile: "telefon*, nömrə*",
  amount: "məbləğ*, balans*, ödəniş*",
  balance: "balans",
  currency: "azn, manat",
  promo: "endirim*, pulsuz, kampaniya, hədiyyə, qazan*",
  warn: "paylaşma*, heç kim*, bildirməyin",
  copula: "sizin, üçün, budur, bu, dir, olan",
  enter: "istifadə, daxil edin, yazın, daxil edərək, girin",
  expiry: "etibarlı*, müddət*, bitir, ərzində, keçərli*",
  second: "saniyə*",
  minute: "dəqiqə*, dəq",
  hour: "saat*",
  day: "gün",
  numbers: { beş: 5, on: 10 },
};
