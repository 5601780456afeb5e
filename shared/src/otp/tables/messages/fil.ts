import type { TestMessage } from "./message.ts";

export const filMessages: readonly TestMessage[] = [
  { body: "Ang iyong Tavio verification code ay 604418.", code: "604418", service: "Tavio" },
  { body: "7730 ang iyong code. Valid ng 5 minuto. Huwag ibahagi kaninuman.", code: "7730", expires: 300 },
  { body: "Gamitin ang code na 229017 para mag-log in.", code: "229017" },
  { body: "Libre ang data! I-text ang GIGA50 sa 8080 hanggang Nov 30", code: null, class: "promotion" },
  { body: "605901 ang Pixo code mo. Huwag itong i-share.", code: "605901", class: "plain" },
  { body: "Ilagay ang 701671 para i-verify ang iyong numero", code: "701671", class: "plain" },
];
