import type { TestMessage } from "./message.ts";

export const svMessages: readonly TestMessage[] = [
  { body: "Din Norvik-verifieringskod är 660352.", code: "660352", service: "Norvik" },
  { body: "Engångskod: 4504. Giltig i 10 minuter. Dela den inte med någon.", code: "4504", expires: 600 },
  { body: "903352 är din inloggningskod.", code: "903352" },
  {
    body: "Köp 449,00 kr hos Pixo med kort 4471. Säkerhetskod: 771566",
    code: "771566",
    class: "bank code with amounts",
  },
  {
    body: "Ditt paket finns att hämta. Hämtkod 4471. Kollinummer 373500123456789012",
    code: null,
    class: "order or parcel",
  },
  { body: "Spara 25% med rabattkod SOMMAR25", code: null, class: "promotion" },
  { body: "Använd 605771 som säkerhetskod för Pixo-kontot", code: "605771", class: "plain" },
  { body: "Din Pixo-kod: 605-772. Dela den inte.", code: "605772", class: "plain" },
  {
    body: "Köp 449,00 SEK hos LUMO 12/5 10:33 med kort *4471. Disponibelt 1 820,55",
    code: null,
    class: "bank alert",
  },
  { body: "Ange 701371 för att bekräfta ditt nummer.", code: "701371", class: "plain" },
  { body: "Hej! Här är din kod: 701372", code: "701372", class: "plain" },
  { body: "Ditt tillfälliga lösenord är 7011", code: "7011", class: "plain" },
  { body: "Ditt verifieringsnummer hos Pixo är 7041", code: "7041", class: "plain" },
];
