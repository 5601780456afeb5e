import type { TestMessage } from "./message.ts";

export const roMessages: readonly TestMessage[] = [
  { body: "Codul tău de verificare Lumo este 660343.", code: "660343", service: "Lumo" },
  {
    body: "4495 este codul de autentificare. Valabil 5 minute. Nu îl comunica nimănui.",
    code: "4495",
    expires: 300,
  },
  { body: "Parola unică: 903343", code: "903343" },
  {
    body: "Plata de 89,90 RON cu cardul *4471 la PIXO. Cod de autorizare: 771564",
    code: "771564",
    class: "bank code with amounts",
  },
  { body: "Comanda 4471920 a fost expediată, AWB 1234567890123", code: null, class: "order or parcel" },
  { body: "Doar azi 30% reducere cu codul promoțional VARA30", code: null, class: "promotion" },
  { body: "Folosește 605791 drept cod de securitate pentru contul Pixo", code: "605791", class: "plain" },
  { body: "Codul tău Pixo: 605-792", code: "605792", class: "plain" },
  { body: "Pentru a confirma numărul, introdu 701201 în aplicație.", code: "701201", class: "plain" },
  { body: "Salut, iată codul tău: 701202", code: "701202", class: "plain" },
  { body: "Codul de la interfon este 7718", code: null, class: "looks like a code but is none" },
  { body: "Numărul de verificare Pixo: 70418", code: "70418", class: "plain" },
  {
    body: "Plata 89,00 RON efectuata cu cardul 5093. Cod tranzacție 704182",
    code: null,
    class: "looks like a code but is none",
  },
];
