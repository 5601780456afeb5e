import type { TestMessage } from "./message.ts";

export const azMessages: readonly TestMessage[] = [
  { body: "Orbita təsdiq kodunuz: 772015", code: "772015", service: "Orbita" },
  {
    body: "Birdəfəlik şifrəniz 4418. 3 dəqiqə ərzində etibarlıdır. Heç kimlə paylaşmayın.",
    code: "4418",
    expires: 180,
  },
  { body: "903317 sizin giriş kodunuzdur.", code: "903317" },
  {
    body: "25.00 AZN ödəniş üçün təsdiq kodu: 551208. Kart **** 7781",
    code: "551208",
    class: "bank code with amounts",
  },
  { body: "Yalnız bu həftə 30% endirim! Promokod: YAY2025", code: null, class: "promotion" },
  { body: "Nömrənizi təsdiqləmək üçün 701301 daxil edin.", code: "701301", class: "plain" },
  { body: "551904 sizin Zentra kodunuzdur.", code: "551904", class: "plain" },
  { body: "Pixo təsdiq nömrəsi: 70418", code: "70418", class: "plain" },
];
