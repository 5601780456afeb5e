import type { TestMessage } from "./message.ts";

export const cyMessages: readonly TestMessage[] = [
  { body: "Eich cod dilysu Lumo yw 339104.", code: "339104", service: "Lumo" },
  {
    body: "Cod diogelwch: 7720. Bydd yn dod i ben mewn 10 munud. Peidiwch â'i rannu.",
    code: "7720",
    expires: 600,
  },
];
