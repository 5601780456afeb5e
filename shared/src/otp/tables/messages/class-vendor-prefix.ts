import type { TestMessage } from "./message.ts";

export const classVendorPrefixMessages: readonly TestMessage[] = [
  { body: "G-412901 is the Google code you asked for.", code: "412901", service: "Google" },
  { body: "G-412902 ist dein Google-Bestätigungscode.", code: "412902" },
  { body: "Il tuo codice Google è G-412903", code: "412903" },
  { body: "G-412904 है आपका Google सत्यापन कोड", code: "412904" },
  { body: "FB-88213 is your Facebook confirmation code", code: "88213" },
  { body: "รหัสผ่านครั้งเดียว คือ KXQB-520044 ใช้ภายใน 3 นาที", code: "520044" },
  { body: "Use G-412905 to sign in.", code: "412905" },
];
