import type { TestMessage } from "./message.ts";

export const trMessages: readonly TestMessage[] = [
  { body: "Lumo doğrulama kodunuz: 660359", code: "660359", service: "Lumo" },
  { body: "4510 giriş kodunuzdur. 3 dakika geçerlidir. Kimseyle paylaşmayınız.", code: "4510", expires: 180 },
  { body: "Tek kullanımlık şifreniz 903359", code: "903359" },
  {
    body: "4471 ile biten kartınızla PIXO'dan 1.250,00 TL tutarındaki işlem için onay kodu: 771568",
    code: "771568",
    class: "bank code with amounts",
  },
  {
    body: "Siparişiniz 4471920 kargoya verildi. Takip no 123456789012. Teslimat kodu 4471",
    code: null,
    class: "order or parcel",
  },
  {
    body: "Bugüne özel %30 indirim! Kampanya kodu YAZ30. RET için 4471'e yaz",
    code: null,
    class: "promotion",
  },
  {
    body: "Hesabınızdan 500,00 TL çekildi. Bakiye 1.820,55 TL. 12.05.2025 10:33",
    code: null,
    class: "bank alert",
  },
  {
    body: "Şifrenizi ve SMS kodunuzu kimseyle paylaşmayın. 444 1234",
    code: null,
    class: "warning without code",
  },
  { body: "605681 kodunu Pixo hesap güvenlik kodu olarak kullan", code: "605681", class: "plain" },
  { body: "Pixo kodun: 605-682. Bu kodu paylaşma.", code: "605682", class: "plain" },
  {
    body: "Norvik Mobil giriş şifreniz: 605683 Bu şifreyi kimseyle paylaşmayınız. B001",
    code: "605683",
    class: "plain",
  },
  {
    body: "4471 ile biten kartınızdan 12/05 10:33 LUMO 250,00 TL harcama yapıldı. Bilgi: 4441234",
    code: null,
    class: "bank alert",
  },
  {
    body: "Lumo'da 500 TL'ye varan indirim! Kod: YAZ500. RET yaz 4471'e gonder. B002",
    code: null,
    class: "promotion",
  },
  { body: "Numaranızı doğrulamak için uygulamaya 701291 girin.", code: "701291", class: "plain" },
  { body: "Merhaba, kodunuz 701292", code: "701292", class: "plain" },
  { body: "Geçici şifreniz: 7011", code: "7011", class: "plain" },
  {
    body: "Norvik: 5.000,00 TL EFT işleminiz için onay kodunuz 801181. Kimseyle paylaşmayın.",
    code: "801181",
    class: "plain",
  },
  { body: "801182 şifresi ile Lumo hesabınıza giriş yapabilirsiniz.", code: "801182", class: "plain" },
  {
    body: "4471 nolu kartınızla LUMO'dan 250,00 TL harcama yapıldı. Provizyon no 441203",
    code: null,
    class: "bank alert",
  },
  { body: "5000 puan hediye! LUMO50 kodu ile 30.06'ya kadar", code: null, class: "promotion" },
  { body: "44719 Pixo kodunuzdur. Kimseyle paylaşmayın.", code: "44719", class: "plain" },
  { body: "Bina kodu 7718, asansör solda", code: null, class: "looks like a code but is none" },
  { body: "Pixo doğrulama numarası: 70418", code: "70418", class: "plain" },
];
