import type { TestMessage } from "./message.ts";

export const mnMessages: readonly TestMessage[] = [
  { body: "Таны Orbita баталгаажуулах код: 660331", code: "660331", service: "Orbita" },
  {
    body: "4484 нь таны нэг удаагийн код. 5 минут хүчинтэй. Бусдад бүү дамжуул.",
    code: "4484",
    expires: 300,
  },
  { body: "Таны данснаас 50,000 төгрөг гарлаа. Үлдэгдэл 182,055.50 төгрөг", code: null, class: "bank alert" },
  { body: "Дугаараа баталгаажуулахын тулд 701341 кодыг оруулна уу.", code: "701341", class: "plain" },
];
