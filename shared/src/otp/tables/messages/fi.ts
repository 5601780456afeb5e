import type { TestMessage } from "./message.ts";

export const fiMessages: readonly TestMessage[] = [
  { body: "Norvik-vahvistuskoodisi on 551830.", code: "551830", service: "Norvik" },
  {
    body: "7714 on kertakäyttökoodisi. Se on voimassa 5 minuuttia. Älä jaa sitä kenellekään.",
    code: "7714",
    expires: 300,
  },
  { body: "Kirjautumiskoodi: 903312", code: "903312" },
  {
    body: "Vahvista maksu 89,90 euroa kortilla, joka päättyy 4471. Turvakoodi on 660417",
    code: "660417",
    class: "bank code with amounts",
  },
  {
    body: "Pakettisi on noudettavissa. Noutokoodi 443120. Avoinna klo 9-20",
    code: null,
    class: "order or parcel",
  },
  { body: "Ale -40% alennuskoodilla KESA40 vain tänään", code: null, class: "promotion" },
  { body: "Käytä koodia 605841 Pixo-tilin turvakoodina", code: "605841", class: "plain" },
  { body: "Vahvista numerosi antamalla koodi 701401.", code: "701401", class: "plain" },
  { body: "Hei! Tässä on koodisi: 701402", code: "701402", class: "plain" },
  { body: "Vahvista numerosi syöttämällä 71938 sovellukseen", code: "71938", class: "plain" },
  { body: "Ovikoodi on 7718", code: null, class: "looks like a code but is none" },
  { body: "Vahvistusnumerosi on 70418", code: "70418", class: "plain" },
];
