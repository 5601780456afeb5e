import type { TestMessage } from "./message.ts";

export const plMessages: readonly TestMessage[] = [
  { body: "Twój kod weryfikacyjny Lumo to 660340.", code: "660340", service: "Lumo" },
  { body: "4493 to Twój kod logowania. Ważny 5 minut. Nie podawaj go nikomu.", code: "4493", expires: 300 },
  { body: "Hasło jednorazowe: 903340", code: "903340" },
  {
    body: "Płatność 89,90 PLN kartą 4471 w PIXO. Kod autoryzacyjny: 771562",
    code: "771562",
    class: "bank code with amounts",
  },
  {
    body: "Paczka 620012345678901234567890 czeka. Kod odbioru: 447120",
    code: null,
    class: "order or parcel",
  },
  { body: "Tylko dziś -30% z kodem rabatowym LATO30", code: null, class: "promotion" },
  {
    body: "Wypłata 500,00 PLN z karty *4471 dnia 12-05-25. Saldo 1 820,55 PLN",
    code: null,
    class: "bank alert",
  },
  {
    body: "Nigdy nie podawaj nikomu kodu z SMS ani hasła. Infolinia 801123456",
    code: null,
    class: "warning without code",
  },
  { body: "Użyj 605751 jako kodu zabezpieczeń konta Pixo", code: "605751", class: "plain" },
  { body: "Kod Pixo: 605-752. Nie udostępniaj go.", code: "605752", class: "plain" },
  {
    body: "Norvik: 12-05-25 10:33 transakcja kartą *4471 89,90 PLN LUMO. Dostępne 1820,55 PLN",
    code: null,
    class: "bank alert",
  },
  { body: "Wygraj 50000 zl! Wyslij SMS o tresci GRAM na 7312 (3,69 zl)", code: null, class: "promotion" },
  { body: "Aby potwierdzić numer, wpisz 701161 w aplikacji.", code: "701161", class: "plain" },
  { body: "Cześć, oto Twój kod: 701162", code: "701162", class: "plain" },
  { body: "Twoje tymczasowe hasło: 7011", code: "7011", class: "plain" },
  {
    body: "Norvik: kod 801261 do przelewu 5000,00 PLN na rachunek 44...71. Nie podawaj nikomu.",
    code: "801261",
    class: "plain",
  },
  { body: "Przelew 5000,00 PLN wykonany. Nr ref 771203441", code: null, class: "bank alert" },
  { body: "5000 punktów z kodem LUMO50", code: null, class: "promotion" },
  { body: "Kod do domofonu 7718, drugie piętro", code: null, class: "looks like a code but is none" },
  { body: "Numer weryfikacyjny Pixo: 7041", code: "7041", class: "plain" },
];
