import type { TestMessage } from "./message.ts";

export const deMessages: readonly TestMessage[] = [
  { body: "Ihr Acme Bestätigungscode lautet 482913.", code: "482913", service: "Acme" },
  {
    body: "771204 ist Ihr Sicherheitscode. Er ist 5 Minuten gültig. Geben Sie ihn nicht weiter.",
    code: "771204",
    expires: 300,
  },
  { body: "Dein Login-Code: 5519", code: "5519" },
  {
    body: "Ihre mTAN für die Überweisung von 250,00 EUR auf Konto DE*1234 lautet 338104.",
    code: "338104",
    class: "bank code with amounts",
  },
  {
    body: "Zahlung 89,90 EUR bei Lumo, Karte endend auf 4471. Freigabecode: 907715",
    code: "907715",
    class: "bank code with amounts",
  },
  {
    body: "Ihr Einmalpasswort lautet K7P2QX. Nur 10 Minuten gültig.",
    code: "K7P2QX",
    class: "letters and digits",
  },
  {
    body: "Ihre Sendung 00340434123456789012 kommt heute zwischen 12:00 und 14:00. Abholcode 4471",
    code: null,
    class: "order or parcel",
  },
  {
    body: "Nur heute: 20% Rabatt mit dem Gutscheincode HERBST20 in allen Filialen!",
    code: null,
    class: "promotion",
  },
  {
    body: "Geben Sie Ihre PIN oder TAN niemals weiter. Bei Fragen: 0800 1234567",
    code: null,
    class: "warning without code",
  },
  { body: "Die Postleitzahl ist 10115, der Fehlercode war 4031.", code: null, class: "other code" },
  { body: "treffen wir uns um 1830 am bahnhof? hab 2500 euro dabei", code: null, class: "chat" },
  { body: "Verwenden Sie 605631 als Sicherheitscode für das Pixo-Konto", code: "605631", class: "plain" },
  { body: "Dein Pixo-Code: 605-632. Gib ihn nicht weiter.", code: "605632", class: "plain" },
  { body: "605633 ist dein Bestätigungscode für acme-app.example.com.", code: "605633", class: "plain" },
  { body: "Ihr Apfel-ID-Code lautet: 605634. Teile ihn nicht mit anderen.", code: "605634", class: "plain" },
  {
    body: "Kartenzahlung 89,90 EUR bei LUMO am 12.05. um 10:33 mit Karte *4471. Sperr-Notruf 116116",
    code: null,
    class: "bank alert",
  },
  {
    body: "Lumo: Nur heute 50% auf alles! Code: SALE50. Abmelden: STOP an 4471",
    code: null,
    class: "promotion",
  },
  { body: "bin um 1730 da, hausnummer 1250, ruf an 01761234567", code: null, class: "chat" },
  { body: "Zur Bestätigung deiner Telefonnummer gib bitte 701101 ein.", code: "701101", class: "plain" },
  {
    body: "Hallo Sam, 701102 lautet dein Code für die Registrierung bei Pixo.",
    code: "701102",
    class: "plain",
  },
  { body: "Deine SMS-TAN: 7011 (gültig bis 14:32 Uhr)", code: "7011", class: "plain" },
  { body: "Bitte bestätigen Sie Ihre Anmeldung mit dem Code 701104.", code: "701104", class: "plain" },
  { body: "Treffen 2024 um 1830, Raum 4412, bring den Code mit", code: null, class: "chat" },
  {
    body: "Ihr Konto 0012345678 wurde mit 250,00 EUR belastet. Neuer Kontostand 1.820,55 EUR",
    code: null,
    class: "bank alert",
  },
  {
    body: "Ihr Freigabe-Code für die Lastschrift über 1.250,00 EUR lautet: 801131",
    code: "801131",
    class: "plain",
  },
  { body: "Norvik: 801132 ist Ihre TAN für Auftrag Nr. 4471 vom 12.05.2025", code: "801132", class: "plain" },
  { body: "Ihre Rechnung 77120344 über 49,99 EUR ist fällig am 12.06.2025", code: null, class: "bank alert" },
  { body: "5000 Punkte geschenkt! Code PUNKTE50 bis 30.06. einlösen", code: null, class: "promotion" },
  { body: "Gib 5093 ein, um dich bei Pixo einzuloggen.", code: "5093", class: "plain" },
  {
    body: "Ihre Bestellung liegt zur Abholung bereit. Code 7718 am Schalter",
    code: null,
    class: "looks like a code but is none",
  },
  { body: "Deine Verifizierungsnummer für Pixo: 70418", code: "70418", class: "plain" },
  {
    body: "Hotel Zentra, Buchung Bestätigungsnummer 704182, Anreise 24.11.",
    code: null,
    class: "looks like a code but is none",
  },
  {
    body: "Bitte geben Sie folgenden Code auf der Zentra-Seite ein: 7041822",
    code: "7041822",
    class: "plain",
  },
  { body: "Zentra: TAN 066418 für Überweisung 89,00 EUR an DE77XXXX5093", code: "066418", class: "plain" },
  { body: "Zum Anmelden bei Zentra bitte 704182 eintippen", code: "704182", class: "plain" },
];
