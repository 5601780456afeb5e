import type { TestMessage } from "./message.ts";

export const isMessages: readonly TestMessage[] = [
  { body: "Norvik staðfestingarkóðinn þinn er 551904.", code: "551904", service: "Norvik" },
  { body: "Öryggiskóði: 7717. Gildir í 5 mínútur. Ekki deila honum.", code: "7717", expires: 300 },
  { body: "Sláðu inn 701441 til að staðfesta númerið þitt.", code: "701441", class: "plain" },
  { body: "Sláðu inn 7104 til að skrá þig inn hjá Pixo", code: "7104", class: "plain" },
  { body: "Pixo staðfestingarnúmerið þitt er 70418", code: "70418", class: "plain" },
  { body: "Með kóðanum 70418 getur þú virkjað Pixo", code: "70418", class: "plain" },
];
