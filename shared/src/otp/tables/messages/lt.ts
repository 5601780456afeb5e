import type { TestMessage } from "./message.ts";

export const ltMessages: readonly TestMessage[] = [
  { body: "Jūsų Zentra patvirtinimo kodas: 660327", code: "660327", service: "Zentra" },
  {
    body: "4480 yra jūsų prisijungimo kodas. Galioja 5 minutes. Niekam jo neatskleiskite.",
    code: "4480",
    expires: 300,
  },
  { body: "Vienkartinis slaptažodis: 903327", code: "903327" },
  {
    body: "Siunta 123456789 pristatyta į paštomatą. Atsiėmimo kodas 4471",
    code: null,
    class: "order or parcel",
  },
  { body: "Naudokite 605921 kaip Pixo paskyros saugos kodą", code: "605921", class: "plain" },
  { body: "Norėdami patvirtinti numerį, įveskite 701431.", code: "701431", class: "plain" },
  { body: "Pixo patvirtinimo numeris: 70418", code: "70418", class: "plain" },
];
