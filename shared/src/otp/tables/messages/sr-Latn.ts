import type { TestMessage } from "./message.ts";

export const srLatnMessages: readonly TestMessage[] = [
  { body: "Vaš Pixo verifikacioni kod je 660351.", code: "660351", service: "Pixo" },
  { body: "Kod za potvrdu: 4503. Važi 5 minuta. Nemojte ga deliti ni sa kim.", code: "4503", expires: 300 },
  { body: "Da biste potvrdili broj, unesite 701242 u aplikaciju.", code: "701242", class: "plain" },
];
