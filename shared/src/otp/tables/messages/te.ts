import type { TestMessage } from "./message.ts";

export const teMessages: readonly TestMessage[] = [
  { body: "మీ Lumo ధృవీకరణ కోడ్ 660355.", code: "660355", service: "Lumo" },
  { body: "మీ ఓటీపీ 4507. 10 నిమిషాలు చెల్లుబాటు అవుతుంది. ఎవరితోనూ షేర్ చేయకండి.", code: "4507", expires: 600 },
  { body: "మీ నంబర్‌ను ధృవీకరించడానికి 701551 ఎంటర్ చేయండి.", code: "701551", class: "plain" },
  { body: "Pixo ధృవీకరణ సంఖ్య: 70418", code: "70418", class: "plain" },
];
