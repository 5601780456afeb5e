import type { TestMessage } from "./message.ts";

export const nlMessages: readonly TestMessage[] = [
  { body: "Je Lumo-verificatiecode is 660337.", code: "660337", service: "Lumo" },
  {
    body: "Inlogcode: 4490. Geldig gedurende 5 minuten. Deel deze code met niemand.",
    code: "4490",
    expires: 300,
  },
  { body: "903337 is je eenmalige wachtwoord.", code: "903337" },
  {
    body: "Betaling van 89,90 euro aan Pixo met pas 4471. Bevestigingscode: 771561",
    code: "771561",
    class: "bank code with amounts",
  },
  {
    body: "Je pakket 3SABCD1234567 komt vandaag tussen 12:00 en 14:00. Ophaalcode 4471",
    code: null,
    class: "order or parcel",
  },
  { body: "Nu 25% korting met kortingscode ZOMER25!", code: null, class: "promotion" },
  { body: "Gebruik 605761 als beveiligingscode voor je Pixo-account", code: "605761", class: "plain" },
  {
    body: "Norvik: betaling van 89,90 euro met pas 447 op 12-05 10:33 bij LUMO. Bel 0201234567",
    code: null,
    class: "bank alert",
  },
  { body: "Voer 701151 in om je telefoonnummer te bevestigen.", code: "701151", class: "plain" },
  { body: "Hoi, hier is je code: 701152", code: "701152", class: "plain" },
  { body: "Uw tijdelijke wachtwoord is 7011", code: "7011", class: "plain" },
  { body: "Voer 9046 in om in te loggen op Pixo", code: "9046", class: "plain" },
  { body: "De code van de deur is 7718", code: null, class: "looks like a code but is none" },
  { body: "Je Pixo verificatienummer: 70418", code: "70418", class: "plain" },
  { body: "Met de code 070418 kun je Pixo activeren", code: "070418", class: "plain" },
];
