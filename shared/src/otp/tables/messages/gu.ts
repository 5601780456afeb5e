import type { TestMessage } from "./message.ts";

export const guMessages: readonly TestMessage[] = [
  { body: "તમારો Lumo ચકાસણી કોડ 660318 છે.", code: "660318", service: "Lumo" },
  { body: "તમારો ઓટીપી 4471 છે. 10 મિનિટ માટે માન્ય. કોઈની સાથે શેર કરશો નહીં.", code: "4471", expires: 600 },
  { body: "લોગિન કોડ: 903318", code: "903318" },
  { body: "તમારો નંબર ચકાસવા માટે 701521 દાખલ કરો.", code: "701521", class: "plain" },
  { body: "Pixo ચકાસણી નંબર: 70418", code: "70418", class: "plain" },
];
