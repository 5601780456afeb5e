import type { TestMessage } from "./message.ts";

export const nbMessages: readonly TestMessage[] = [
  { body: "Din Norvik-bekreftelseskode er 660335.", code: "660335", service: "Norvik" },
  { body: "Engangskode: 4488. Gyldig i 10 minutter. Ikke del den med noen.", code: "4488", expires: 600 },
  { body: "903335 er koden din for å logge inn.", code: "903335" },
  {
    body: "Pakken din er klar. Hentekode 4471. Sendingsnummer 370712345678901234",
    code: null,
    class: "order or parcel",
  },
  { body: "Skriv inn 701381 for å bekrefte nummeret ditt.", code: "701381", class: "plain" },
  { body: "Hei! Her er koden din: 701382", code: "701382", class: "plain" },
  { body: "Verifiseringsnummer: 70418", code: "70418", class: "plain" },
];
