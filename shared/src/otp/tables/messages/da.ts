import type { TestMessage } from "./message.ts";

export const daMessages: readonly TestMessage[] = [
  { body: "Din Norvik-bekræftelseskode er 718840.", code: "718840", service: "Norvik" },
  { body: "Engangskode: 5512. Gyldig i 10 minutter. Del den ikke med nogen.", code: "5512", expires: 600 },
  { body: "330917 er din loginkode.", code: "330917" },
  {
    body: "Godkend betaling på 449,00 kr. til Pixo med kort 4471. Din SMS-kode er 904418",
    code: "904418",
    class: "bank code with amounts",
  },
  {
    body: "Din pakke 00370712345678 er klar. Afhentningskode: 4412. Åbent til kl. 20:00",
    code: null,
    class: "order or parcel",
  },
  { body: "Spar 25% med rabatkode SOMMER25 frem til 30/06", code: null, class: "promotion" },
  { body: "Brug 605851 som sikkerhedskode til Pixo-kontoen", code: "605851", class: "plain" },
  { body: "Indtast 701391 for at bekræfte dit nummer.", code: "701391", class: "plain" },
  { body: "Hej! Her er din kode: 701392", code: "701392", class: "plain" },
  { body: "Dit verificeringsnummer er 70418", code: "70418", class: "plain" },
];
