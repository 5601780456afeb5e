import type { TestMessage } from "./message.ts";

export const elMessages: readonly TestMessage[] = [
  { body: "Ο κωδικός επαλήθευσης Tavio είναι 660914.", code: "660914", service: "Tavio" },
  {
    body: "4417 είναι ο κωδικός σας. Ισχύει για 5 λεπτά. Μην τον κοινοποιήσετε σε κανέναν.",
    code: "4417",
    expires: 300,
  },
  { body: "Κωδικός μίας χρήσης: 883205", code: "883205" },
  {
    body: "Για την αγορά 49,90€ με την κάρτα *4471 πληκτρολογήστε τον κωδικό ασφαλείας 551903",
    code: "551903",
    class: "bank code with amounts",
  },
  { body: "Η παραγγελία 7733120 παραδόθηκε. Τηλ. 2101234567", code: null, class: "order or parcel" },
  { body: "Εκπτώσεις έως 50%! Εκπτωτικός κωδικός SALE50", code: null, class: "promotion" },
  {
    body: "Χρησιμοποιήστε το 605811 ως κωδικό ασφαλείας για το λογαριασμό Pixo",
    code: "605811",
    class: "plain",
  },
  { body: "Ο κωδικός σας Pixo: 605-812", code: "605812", class: "plain" },
  {
    body: "Για να επιβεβαιώσετε τον αριθμό σας, πληκτρολογήστε 701281 στην εφαρμογή.",
    code: "701281",
    class: "plain",
  },
  { body: "Γεια σας, ο κωδικός σας είναι 701282", code: "701282", class: "plain" },
  { body: "Ο κωδικός της πόρτας είναι 7718", code: null, class: "looks like a code but is none" },
  { body: "Αριθμός επαλήθευσης Pixo: 70418", code: "70418", class: "plain" },
];
