import type { TestMessage } from "./message.ts";

export const caMessages: readonly TestMessage[] = [
  { body: "El teu codi de verificació de Pixo és 771520.", code: "771520", service: "Pixo" },
  {
    body: "Codi de seguretat: 3402. Caduca en 5 minuts. No el comparteixis amb ningú.",
    code: "3402",
    expires: 300,
  },
  { body: "918833 és el teu codi d'accés.", code: "918833" },
  { body: "Aquest cap de setmana 20% de descompte amb el codi ESTIU20", code: null, class: "promotion" },
  { body: "Introdueix 701751 per verificar el teu número", code: "701751", class: "plain" },
  { body: "Escriu 71940 per iniciar la sessió a Zentra", code: "71940", class: "plain" },
  { body: "Número de verificació de Pixo: 70418", code: "70418", class: "plain" },
];
