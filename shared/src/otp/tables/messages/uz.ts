import type { TestMessage } from "./message.ts";

export const uzMessages: readonly TestMessage[] = [
  { body: "Orbita tasdiqlash kodingiz: 660362", code: "660362", service: "Orbita" },
  { body: "4513 - kirish kodi. 3 daqiqa amal qiladi. Hech kimga bermang.", code: "4513", expires: 180 },
  { body: "Тасдиқлаш коди: 903362. Ҳеч кимга берманг", code: "903362" },
  { body: "Raqamingizni tasdiqlash uchun 701311 kodini kiriting.", code: "701311", class: "plain" },
  { body: "Zentra hisobini tasdiqlash uchun 440 917 dan foydalaning.", code: "440917", class: "plain" },
  { body: "Pixo tasdiqlash raqami: 70418", code: "70418", class: "plain" },
];
