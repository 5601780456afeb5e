import type { Language } from "../language.ts";

export const az: Language = {
  tag: "az",
  name: "Azerbaijani",
  strong: `
      təsdiq kod*, doğrulama kod*, təhlükəsizlik kod*, giriş kod*, aktivasiya kod*, birdəfəlik kod*,
      birdəfəlik şifrə*, birdəfəlik parol*, sms kod*, təsdiqləmə kod*, yoxlama kod*, otp kod*,
      birdəfəlik istifadə, təsdiq nömrə*, doğrulama nömrə*`,
  code: "kod, kodu, kodunuz, kodun, kodunuzu, şifrə*, parol*, kodunuzdur, kodudur, kodundur, koddur, kodunu",
  act: `
      təsdiq*, doğrula*, təhlükəsizlik*, giriş*, daxil ol*, birdəfəlik, yoxla*, aktiv*, qeydiyyat*,
      hesab*, daxil olmaq, bərpa*, təhlükəsizlik, nömrənizi, sıfırla*`,
  other: "endirim, promo*, poçt, kupon, endirim*, kupon*, poçt indeksi",
  reference: "sifariş*, istinad, qaimə, bağlama*, göndəriş*, qəbz*, faktura*",
  account: "müştəri nömrə*, hesab nömrə*",
  phone: "zəng, əlaqə",
  mobile: "telefon*, nömrə*, mobil*",
  amount: "məbləğ*, balans*, ödəniş*, qalıq*",
  balance: "balans",
  currency: "azn, manat",
  promo: "endirim*, pulsuz, kampaniya, hədiyyə, qazan*, hədiyyə*, qazanın, kampaniya*",
  warn: "paylaşma*, heç kim*, bildirməyin",
  copula: "sizin, üçün, budur, bu, dir, olan",
  enter: "istifadə, daxil edin, yazın, daxil edərək, girin, istifadə edin, daxil et, istifadə et, yığın",
  expiry: "etibarlı*, müddət*, bitir, ərzində, keçərli*",
  second: "saniyə*",
  minute: "dəqiqə*, dəq",
  hour: "saat*",
  day: "gün",
  numbers: { beş: 5, on: 10 },
};
