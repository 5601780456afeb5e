import type { TestMessage } from "./message.ts";

export const sqMessages: readonly TestMessage[] = [
  { body: "Kodi juaj i verifikimit për Pixo është 660349.", code: "660349", service: "Pixo" },
  {
    body: "Kodi i sigurisë: 4501. Skadon pas 5 minutash. Mos e ndani me askënd.",
    code: "4501",
    expires: 300,
  },
  { body: "Vendosni 701781 për të verifikuar numrin tuaj", code: "701781", class: "plain" },
  { body: "Fut 811940 për të hyrë në Pixo", code: "811940", class: "plain" },
];
