import type { Language } from "../language.ts";

export const tr: Language = {
  tag: "tr",
  name: "Turkish",
  strong: `
      doğrulama kod*, onay kod*, güvenlik kod*, aktivasyon kod*, giriş kod*, tek kullanımlık şifre*,
      tek kullanımlık kod*, tek kullanımlık parola*, sms şifre*, sms kod*, onay şifre*, giriş şifre*,
      işlem şifre*, doğrulama şifre*, kimlik doğrulama kod*, tek seferlik kod*, tek seferlik şifre*,
      kullanımlık şifre*, 3d secure şifre*, mobil onay kod*, şifreniz, şifren, kayıt kod*, erişim kod*,
      otp şifre*, teyit kod*, kurtarma kod*, sıfırlama kod*, geçici şifre*, parolanız, doğrulama numara*,
      onay numara*`,
  code: `
      kod, kodu, kodunuz, kodun, kodunu, kodunuzu, kodla, şifre*, parola*, pin kod*, koduyla, kodlar,
      kodunuzdur, kodudur, kodundur`,
  act: `
      doğrula*, onay*, güvenlik, giriş, aktivasyon, tek kullanımlık, kimlik, üyelik, kayıt, hesab*,
      oturum, işlem*, sıfırla*, kurtarma, ödeme`,
  other: `
      indirim, promosyon, kampanya, posta, kupon, hediye, davet, referans kodu, alan, hata, barkod,
      rezervasyon, teslimat kod*, teslim kod*, kargo, fırsat, ürün, çekiliş, müşteri, qr, kaynak, fatura,
      abone, kapı, bina, apartman, kurye*, indirim*, kupon*, kapı kod*, kapı şifresi, kapı kodu,
      bina kodu`,
  reference: `
      sipariş*, referans*, ref no, takip, takip no, kargo*, fatura*, rezervasyon*, dosya, işlem no,
      gönderi*, bilet*, poliçe*, başvuru*, pnr, randevu*, plaka`,
  account: "hesap, hesap no, müşteri no, iban, abone no, tc, tckn, hesabınız*",
  card: "kart*, kartınız*, son dört hane*, ile biten, biten",
  phone: "tel, telefon*, ara, arayın*, arayınız, iletişim, çağrı merkezi, gönder*, yaz, yazıp",
  mobile: "cep telefonu, telefon numara*, cep no",
  amount: `
      tutar*, bakiye*, toplam, ödeme, borç, borcu*, limit*, fiyat*, puan, ücret*, kadar, varan,
      başlayan`,
  balance: "bakiye, bakiyeniz, kullanılabilir",
  date: "tarih*, yıl, kadar, itibaren, saat",
  currency: "tl, lira, try, puan, kuruş, usd, adet, bin, kişi",
  promo: `
      indirim*, kampanya*, bedava, ücretsiz, hediye*, kazan*, fırsat*, alışveriş*, mağaza*, ret, iptal,
      çekiliş*, bonus, kredi*, avantaj*, paket*`,
  warn: `
      paylaş*, kimse*, vermeyin*, söyleme*, gizli, asla, personel*, başkası*, iletmeyin*, güvenliğiniz`,
  negation: "gerek yok, olmadan, gerekmez",
  copula: "olan, sizin, için, dir, ile, olarak, aşağıdaki, şu, tır",
  enter: "kullan*, girin*, giriniz, gir, yazın, tuşla*, girin, kullanın, kullanınız, kullan, yazınız",
  expiry: "geçerli*, süre*, sona er*, içinde, boyunca, dolacak, geçerlilik",
  old: "eski, önceki, artık geçerli değil",
  fresh: "yeni, güncel",
  second: "saniye*, sn",
  minute: "dakika*, dk",
  hour: "saat*",
  day: "gün",
  numbers: { bir: 1, iki: 2, üç: 3, beş: 5, on: 10 },
};
