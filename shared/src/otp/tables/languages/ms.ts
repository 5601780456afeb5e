import type { Language } from "../language.ts";

export const ms: Language = {
  tag: "ms",
  name: "Malay",
  strong: `
      kod pengesahan, kod keselamatan, kod pengaktifan, kod log masuk, kod verifikasi, kod akses,
      kata laluan sekali, kata laluan satu kali, kod tac, nombor tac, kod sekali guna, kod sms, kod otp,
      kod pendaftaran, kod pemulihan, kata laluan sementara, nombor pengesahan`,
  code: "kod, kata laluan, katalaluan, nombor pin",
  act: `
      pengesahan, sahkan, keselamatan, pengaktifan, log masuk, verifikasi, akses, akaun, daftar,
      pendaftaran, sekali guna, satu kali, transaksi, mengesah*, pemulihan`,
  other: `
      promosi, diskaun, baucar, poskod, kupon, jemputan, bar, rujukan, tebus, produk, kurier*,
      penghantar*, diskaun*, kupon*, ambil barang, kod pintu, pintu`,
  reference: "rujukan, no rujukan, pesanan, no pesanan, invois, bungkusan, tempahan",
  account: "akaun, no akaun",
  card: "kad, kad kredit, berakhir",
  phone: "hubungi, talian",
  mobile: "no telefon",
  amount: "baki, jumlah, bayaran, sebanyak, bil",
  balance: "baki",
  currency: "ringgit, sen, mata",
  promo: "percuma, diskaun, menang*, tawaran, hadiah, beli, baucar, promosi",
  warn: "kongsi*, dedah*, sesiapa, jangan, mendedahkan, beri*",
  negation: "tanpa, tidak perlu",
  copula: "ialah, adalah, anda, untuk, ini",
  enter: "gunakan, guna, masukkan, sila masukkan, taip, isi",
  expiry: "sah, tamat, luput, dalam tempoh, tempoh, sehingga",
  fresh: "baharu",
  second: "saat",
  minute: "minit",
  hour: "jam",
  day: "hari",
};
