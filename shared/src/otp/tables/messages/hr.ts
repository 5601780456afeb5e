import type { TestMessage } from "./message.ts";

export const hrMessages: readonly TestMessage[] = [
  { body: "Vaš Pixo kod za potvrdu je 448203.", code: "448203", service: "Pixo" },
  { body: "Sigurnosni kod: 7719. Vrijedi 5 minuta. Ne dijelite ga ni s kim.", code: "7719", expires: 300 },
  { body: "905514 je vaša jednokratna lozinka.", code: "905514" },
  { body: "Samo danas popust 20% uz promo kod LJETO20", code: null, class: "promotion" },
  { body: "Upotrijebite 605971 kao sigurnosni kod za račun Pixo", code: "605971", class: "plain" },
  { body: "Za potvrdu broja unesite 701251 u aplikaciju.", code: "701251", class: "plain" },
  { body: "Vaš broj za potvrdu kod Pixo: 70418", code: "70418", class: "plain" },
  {
    body: "Plaćeno 89,00 EUR karticom *5093. Aut. kod 704182",
    code: null,
    class: "looks like a code but is none",
  },
];
