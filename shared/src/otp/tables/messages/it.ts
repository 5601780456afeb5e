import type { TestMessage } from "./message.ts";

export const itMessages: readonly TestMessage[] = [
  { body: "Il tuo codice di verifica Lumo è 482916.", code: "482916", service: "Lumo" },
  {
    body: "7717 è il tuo codice di accesso. Scade tra 5 minuti. Non condividerlo con nessuno.",
    code: "7717",
    expires: 300,
  },
  { body: "Inserisci il codice 338105 per accedere", code: "338105" },
  {
    body: "Pagamento di 89,90 EUR con carta *4471 presso PIXO. Codice OTP 905517",
    code: "905517",
    class: "bank code with amounts",
  },
  {
    body: "Il pacco 2C1234567890 è in consegna. Codice di ritiro 4471",
    code: null,
    class: "order or parcel",
  },
  { body: "Sconto del 30% con il codice promo ESTATE30 solo oggi", code: null, class: "promotion" },
  {
    body: "Non comunicare mai a nessuno PIN e codici. Info al numero verde 800123456",
    code: null,
    class: "warning without code",
  },
  { body: "ci vediamo alle 1930 in via Roma 1250, porto 2000 euro", code: null, class: "chat" },
  { body: "Usa 605741 come codice di sicurezza dell'account Pixo", code: "605741", class: "plain" },
  { body: "Codice Pixo: 605-742. Non condividerlo.", code: "605742", class: "plain" },
  {
    body: "Norvik: pagamento di 89,90 EUR con carta *4471 c/o LUMO il 12/05 ore 10:33. Info 800123456",
    code: null,
    class: "bank alert",
  },
  { body: "Solo per te 5000 punti extra! Attivali su lumo.it/p/44712", code: null, class: "promotion" },
  { body: "Per confermare il tuo numero inserisci 701141 nell'app.", code: "701141", class: "plain" },
  { body: "Ciao, ecco il tuo codice: 701142", code: "701142", class: "plain" },
  { body: "La tua password temporanea è 7011", code: "7011", class: "plain" },
  {
    body: "Norvik: codice 801251 per autorizzare il bonifico di 5.000,00 EUR. Non comunicarlo a nessuno.",
    code: "801251",
    class: "plain",
  },
  { body: "Bonifico di 5.000,00 EUR eseguito. CRO 77120344128", code: null, class: "bank alert" },
  { body: "5000 punti in regalo con il codice LUMO50", code: null, class: "promotion" },
  { body: "Il codice del portone è 7718", code: null, class: "looks like a code but is none" },
  { body: "Numero di verifica Pixo 7041", code: "7041", class: "plain" },
];
