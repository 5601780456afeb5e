import type { TestMessage } from "./message.ts";

export const msMessages: readonly TestMessage[] = [
  { body: "Kod pengesahan Lumo anda ialah 660333.", code: "660333", service: "Lumo" },
  { body: "Kod TAC anda: 448 612. Jangan dedahkan kepada sesiapa.", code: "448612" },
  { body: "903333 adalah kod log masuk anda. Sah selama 5 minit.", code: "903333", expires: 300 },
  {
    body: "RM0.00 RM250.00 ke PIXO. TAC: 771560. Hubungi 1300881234 jika bukan anda.",
    code: "771560",
    class: "bank code with amounts",
  },
  {
    body: "RM50.00 telah ditolak dari akaun 5640XXXX1234 pada 12-05-25. Baki RM1,820.55",
    code: null,
    class: "bank alert",
  },
  { body: "Tawaran 50% diskaun dengan kod promosi RAYA50. Beli sekarang!", code: null, class: "promotion" },
  { body: "Gunakan 605881 sebagai kod keselamatan akaun Pixo", code: "605881", class: "plain" },
  { body: "Masukkan 701661 untuk mengesahkan nombor anda", code: "701661", class: "plain" },
  { body: "Nombor pengesahan Pixo: 70418", code: "70418", class: "plain" },
];
