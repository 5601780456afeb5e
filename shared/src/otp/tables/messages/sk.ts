import type { TestMessage } from "./message.ts";

export const skMessages: readonly TestMessage[] = [
  { body: "Váš overovací kód Zentra je 660346.", code: "660346", service: "Zentra" },
  { body: "Bezpečnostný kód: 4498. Platnosť 5 minút. Nikomu ho neposkytujte.", code: "4498", expires: 300 },
  { body: "903346 je váš kód na prihlásenie.", code: "903346" },
  { body: "Použite 605951 ako bezpečnostný kód konta Pixo", code: "605951", class: "plain" },
  { body: "Na potvrdenie čísla zadajte v aplikácii 701181.", code: "701181", class: "plain" },
  { body: "Dobrý deň, tu je váš kód: 701182", code: "701182", class: "plain" },
  { body: "Vaše overovacie číslo pre Pixo je 70418", code: "70418", class: "plain" },
];
