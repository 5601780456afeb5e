import type { TestMessage } from "./message.ts";

export const idMessages: readonly TestMessage[] = [
  { body: "Kode verifikasi Lumo Anda adalah 482915.", code: "482915", service: "Lumo" },
  {
    body: "7716 adalah kode OTP Anda. Berlaku 5 menit. Jangan berikan kepada siapa pun.",
    code: "7716",
    expires: 300,
  },
  { body: "Masukkan kode 338104 untuk masuk ke akun Anda", code: "338104" },
  {
    body: "Transaksi Rp1.250.000 di PIXO dengan kartu 4471. Kode OTP: 905516",
    code: "905516",
    class: "bank code with amounts",
  },
  { body: "Pesanan 4471920 dikirim. No resi JP1234567890", code: null, class: "order or parcel" },
  { body: "Diskon 50% dengan kode promo HEMAT50 sampai 30 Nov!", code: null, class: "promotion" },
  {
    body: "Jangan pernah bagikan OTP dan PIN Anda. Hubungi 1500123 untuk bantuan.",
    code: null,
    class: "warning without code",
  },
  {
    body: "Transfer masuk sebesar Rp500.000 ke rek 0012345678 tgl 12/05/25. Saldo Rp1.820.550",
    code: null,
    class: "bank alert",
  },
  { body: "Gunakan 605691 sebagai kode keamanan akun Pixo", code: "605691", class: "plain" },
  {
    body: "<#> KODE OTP: 605692. JANGAN BERIKAN kode ini ke siapa pun, termasuk pihak Pixo.",
    code: "605692",
    class: "plain",
  },
  {
    body: "Trx Rek. 0012345678 : Transfer Rp 250.000 12/05/25 10:33:01. Saldo 1.820.550",
    code: null,
    class: "bank alert",
  },
  {
    body: "Selamat! No Anda dapat hadiah Rp 5000000. Info klik bit.ly/abc123 PIN pemenang: 8812AB",
    code: null,
    class: "promotion",
  },
  { body: "Masukkan 701651 untuk verifikasi nomor Anda", code: "701651", class: "plain" },
  { body: "Halo, kode kamu: 701652", code: "701652", class: "plain" },
  {
    body: "Norvik: kode OTP 801211 utk transfer Rp5.000.000 ke rek 0012345678. JANGAN BERITAHU SIAPAPUN",
    code: "801211",
    class: "plain",
  },
  { body: "Kode verifikasi: 801212. Hati-hati penipuan! Hubungi 1500123", code: "801212", class: "plain" },
  {
    body: "Trf Rp5.000.000 ke 0012345678 a/n BUDI berhasil. No Ref 771203441",
    code: null,
    class: "bank alert",
  },
  { body: "Dapatkan 5000 poin! Kode LUMO50 s/d 30 Juni", code: null, class: "promotion" },
  { body: "Kode pintu 7718, lantai 3", code: null, class: "looks like a code but is none" },
  { body: "Nomor verifikasi Pixo: 70418", code: "70418", class: "plain" },
];
