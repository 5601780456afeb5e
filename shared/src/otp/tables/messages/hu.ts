import type { TestMessage } from "./message.ts";

export const huMessages: readonly TestMessage[] = [
  { body: "Az Ön Lumo ellenőrző kódja: 482914", code: "482914", service: "Lumo" },
  {
    body: "7715 az Ön belépési kódja. 5 percig érvényes. Ne ossza meg senkivel.",
    code: "7715",
    expires: 300,
  },
  { body: "Egyszeri jelszó: 338103", code: "338103" },
  {
    body: "12 500 Ft fizetés a 4471 végű kártyával. SMS kód: 905515",
    code: "905515",
    class: "bank code with amounts",
  },
  {
    body: "Csomagja megérkezett. Átvételi kód: 443120. Csomagszám: 88120034",
    code: null,
    class: "order or parcel",
  },
  { body: "Csak ma 30% kedvezmény a NYAR30 kuponkóddal!", code: null, class: "promotion" },
  { body: "Használd a 605831 kódot a Pixo-fiók biztonsági kódjaként", code: "605831", class: "plain" },
  { body: "A telefonszám megerősítéséhez írja be: 701191", code: "701191", class: "plain" },
  { body: "Üdvözöljük! Az Ön kódja 701192", code: "701192", class: "plain" },
  { body: "Ideiglenes jelszava: 7011", code: "7011", class: "plain" },
  { body: "A kapukód 7718", code: null, class: "looks like a code but is none" },
  { body: "Pixo megerősítő szám: 70418", code: "70418", class: "plain" },
];
