import type { TestMessage } from "./message.ts";

export const csMessages: readonly TestMessage[] = [
  { body: "Váš ověřovací kód Zentra je 904417.", code: "904417", service: "Zentra" },
  { body: "Bezpečnostní kód: 663120. Platnost 5 minut. Nikomu ho nesdělujte.", code: "663120", expires: 300 },
  { body: "8812 je váš kód pro přihlášení.", code: "8812" },
  {
    body: "Platba 1 250,00 Kč kartou končící 4471 u obchodníka Pixo. Autorizační kód: 550193",
    code: "550193",
    class: "bank code with amounts",
  },
  {
    body: "Zásilka 8830012345 je připravena k vyzvednutí. Kód pro výdej: 443210",
    code: null,
    class: "order or parcel",
  },
  {
    body: "Z účtu byla odepsána částka 2 350,00 Kč. Zůstatek 18 220,55 Kč. Tel. 800123456",
    code: null,
    class: "bank alert",
  },
  {
    body: "Nikdy nikomu nesdělujte své heslo ani kód z SMS. Volejte 800123456.",
    code: null,
    class: "warning without code",
  },
  { body: "Použijte 605821 jako bezpečnostní kód pro účet Pixo", code: "605821", class: "plain" },
  { body: "Pro potvrzení čísla zadejte v aplikaci 701171.", code: "701171", class: "plain" },
  { body: "Dobrý den, zde je váš kód: 701172", code: "701172", class: "plain" },
  { body: "Kód od vchodu je 7718", code: null, class: "looks like a code but is none" },
  { body: "Vaše ověřovací číslo pro Pixo je 70418", code: "70418", class: "plain" },
];
