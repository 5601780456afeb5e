import type { TestMessage } from "./message.ts";

export const classChatInManyLanguagesMessages: readonly TestMessage[] = [
  { body: "Nos vemos a las 2030 en el 1204, trae 5000", code: null },
  { body: "je suis au 4412 boulevard, code de la porte tu l'as?", code: null },
  { body: "ci vediamo al 1204, porta 5000 euro ahaha", code: null },
  { body: "wir sind 2025 fertig mit 1200 leuten", code: null },
  { body: "te llamo al 5551234567 luego", code: null },
  { body: "ben 1830da oradayım, kapı 1204", code: null },
  { body: "я в 1204 кабинете, до 1830", code: null },
  { body: "我在1204房间，下午1830走", code: null },
  { body: "oke ketemu jam 1930 di blok 1204 ya", code: null },
  { body: "明日1830に1204号室で", code: null },
  { body: "내일 1830에 1204호로 와", code: null },
  { body: "gặp nhau 1830 ở phòng 1204 nhé", code: null },
  { body: "เจอกัน 1830 ห้อง 1204 นะ", code: null },
  { body: "نلتقي الساعة 1830 في الغرفة 1204", code: null },
  { body: "मैं 1830 पे आऊंगा, कमरा 1204", code: null },
];
