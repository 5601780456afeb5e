import type { TestMessage } from "./message.ts";

export const bsMessages: readonly TestMessage[] = [
  { body: "Vaš Tavio verifikacijski kod je 402817.", code: "402817", service: "Tavio" },
  {
    body: "Kod za prijavu: 7719. Vrijedi 10 minuta. Nemojte ga dijeliti ni s kim.",
    code: "7719",
    expires: 600,
  },
  { body: "550134 je vaša jednokratna lozinka.", code: "550134" },
  {
    body: "Vaša narudžba 443210 je poslana. Za pitanja nazovite 033123456.",
    code: null,
    class: "order or parcel",
  },
  { body: "Unesite 701791 da potvrdite svoj broj", code: "701791", class: "plain" },
  { body: "Koristi 3017 da potvrdiš svoj Pixo nalog.", code: "3017", class: "plain" },
];
