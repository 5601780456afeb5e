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
];
