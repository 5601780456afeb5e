import type { TestMessage } from "./message.ts";

export const slMessages: readonly TestMessage[] = [
  { body: "Vaša Zentra potrditvena koda je 660347.", code: "660347", service: "Zentra" },
  { body: "Varnostna koda: 4499. Velja 5 minut. Ne delite je z nikomer.", code: "4499", expires: 300 },
  { body: "903347 je vaše enkratno geslo.", code: "903347" },
  { body: "Uporabite 605961 kot varnostno kodo za račun Pixo", code: "605961", class: "plain" },
  { body: "Za potrditev številke vnesite 701261 v aplikacijo.", code: "701261", class: "plain" },
  { body: "Potrditvena številka za Pixo: 70418", code: "70418", class: "plain" },
];
