import type { TestMessage } from "./message.ts";

export const taMessages: readonly TestMessage[] = [
  { body: "உங்கள் Lumo சரிபார்ப்புக் குறியீடு 660354 ஆகும்.", code: "660354", service: "Lumo" },
  { body: "உங்கள் ஓடிபி 4506. 10 நிமிடங்கள் செல்லுபடியாகும். யாரிடமும் பகிர வேண்டாம்.", code: "4506", expires: 600 },
  { body: "உங்கள் எண்ணை சரிபார்க்க 701541 ஐ உள்ளிடவும்.", code: "701541", class: "plain" },
];
