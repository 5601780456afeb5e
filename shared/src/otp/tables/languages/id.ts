import type { Language } from "../language.ts";

export const id: Language = {
  tag: "id",
  name: "Indonesian",
  strong: `
      kode verifikasi, kode otp, kode keamanan, kode konfirmasi, kode aktivasi, kode akses, kode masuk,
      kode login, kode autentikasi, kode otorisasi, kode rahasia, kode sekali pakai,
      kata sandi sekali pakai, sandi sekali pakai, password sementara, kode registrasi, kode pendaftaran,
      kode sms, kode validasi, kode pemulihan, kode reset, pin transaksi, kode unik verifikasi,
      kode token, kode rahasia otp, nomor verifikasi`,
  code: "kode, sandi, kata sandi, kodenya, password",
  act: `
      verifikasi*, masuk, login, keamanan, konfirmasi*, autentikasi, aktivasi, akses, daftar,
      pendaftaran, akun, sekali pakai, rahasia, otorisasi, pemulihan, reset`,
  other: `
      approval, promo, diskon, voucher, pos, kode pos, booking, pemesanan, referral, undangan, kupon,
      penukaran, redeem, batang, produk, pengambilan, kesalahan, error, toko, area, unik, bayar,
      pembayaran, virtual account, sumber, hadiah, pelanggan, kode bayar, pintu, gerbang, kurir*,
      diskon*, voucher*, kupon*, kode pintu`,
  reference: `
      ref, referensi, no ref, pesanan, nomor pesanan, order, resi, no resi, nomor resi, invoice,
      tagihan, transaksi, id transaksi, tiket, nomor tiket, paket, polis, kontrak, antrian`,
  account: `
      rekening, rek, no rek, no rekening, nomor rekening, va, virtual account, id pelanggan,
      nomor pelanggan, nasabah`,
  card: "kartu, kartu kredit, berakhiran, kartu debit",
  phone: "telp, telepon, hubungi, call center, sms ke, ketik, kirim ke, kirim",
  mobile: "nomor hp, hp, no hp, nomor telepon, ponsel",
  amount: `
      sebesar, saldo, nominal, jumlah, total, harga, bayar, pembayaran, senilai, transfer, pulsa,
      hingga, mulai, sampai, kuota`,
  balance: "saldo",
  date: "tgl, tanggal, pada, sejak, tahun, sampai, pukul, jam",
  currency: "rupiah, rp, ribu, juta, poin, gb, idr, rb, jt",
  promo: `
      promo*, diskon, gratis, hadiah, menang*, belanja, beli, cashback, voucher, kuota, bonus, pinjaman,
      selamat, klik, hemat, paket`,
  warn: `
      bagikan, berikan, beritahu, beritahukan, siapapun, siapa pun, jangan, orang lain, penipuan,
      rahasiakan`,
  negation: "tanpa, tidak perlu",
  copula: "adalah, anda, kamu, ialah, untuk, ini, ini adalah, berikut, yaitu, mu",
  enter: "gunakan, masukkan, masukan, pakai, input, ketik, isi",
  expiry: "berlaku, kedaluwarsa, kadaluarsa, dalam, valid, hangus, masa berlaku",
  old: "lama, sebelumnya, tidak berlaku lagi",
  fresh: "baru, terbaru",
  second: "detik",
  minute: "menit, mnt",
  hour: "jam",
  day: "hari",
  numbers: { satu: 1, dua: 2, tiga: 3, lima: 5, sepuluh: 10 },
};
