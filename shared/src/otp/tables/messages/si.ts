import type { TestMessage } from "./message.ts";

export const siMessages: readonly TestMessage[] = [
  { body: "ඔබගේ Lumo සත්\u200dයාපන කේතය 660345 වේ.", code: "660345", service: "Lumo" },
  { body: "ඕටීපී: 4497. මිනිත්තු 10 තුළ වලංගු වේ.", code: "4497", expires: 600 },
  { body: "ඔබගේ අංකය තහවුරු කිරීමට 701581 ඇතුළත් කරන්න.", code: "701581", class: "plain" },
  { body: "Pixo ගිණුම තහවුරු කිරීමට 709441 භාවිතා කරන්න.", code: "709441", class: "plain" },
  { body: "50417 ඔබේ Pixo මුරපදයයි", code: "50417", class: "plain" },
];
