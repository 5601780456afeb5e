import type { TestMessage } from "./message.ts";

export const zuMessages: readonly TestMessage[] = [
  { body: "Ikhodi yakho yokuqinisekisa ithi 660366.", code: "660366" },
  { body: "4517 yikhodi yakho yokungena.", code: "4517" },
  { body: "Faka 701811 ukuze uqinisekise inombolo yakho", code: "701811", class: "plain" },
  { body: "Faka u-8140 ukuze ungene ku-Pixo", code: "8140", class: "plain" },
];
