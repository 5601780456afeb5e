import type { TestMessage } from "./message.ts";

export const lvMessages: readonly TestMessage[] = [
  { body: "Jūsu Zentra apstiprinājuma kods ir 660328.", code: "660328", service: "Zentra" },
  { body: "Drošības kods: 4481. Derīgs 5 minūtes. Neizpaudiet to nevienam.", code: "4481", expires: 300 },
  { body: "903328 ir jūsu vienreizējā parole.", code: "903328" },
  { body: "Izmantojiet 605931 kā Pixo konta drošības kodu", code: "605931", class: "plain" },
  { body: "Lai apstiprinātu numuru, ievadiet 701421.", code: "701421", class: "plain" },
  { body: "Pixo verifikācijas numurs: 70418", code: "70418", class: "plain" },
];
