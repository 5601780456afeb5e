import type { TestMessage } from "./message.ts";

export const orMessages: readonly TestMessage[] = [
  { body: "ଆପଣଙ୍କ Lumo ଯାଞ୍ଚ କୋଡ 660338 ଅଟେ।", code: "660338", service: "Lumo" },
  { body: "ଓଟିପି: 4491। 10 ମିନିଟ ବୈଧ।", code: "4491", expires: 600 },
];
