import type { Language } from "../language.ts";

export const de: Language = {
  tag: "de",
  name: "German",
  strong: `
      *bestätigungscode, *verifizierungscode, *verifikationscode, *sicherheitscode, *anmeldecode,
      *logincode, *zugangscode, *aktivierungscode, *freischaltcode, *einmalcode, *einmalpasswort,
      *einmalkennwort, *einmal-code, *zugriffscode, *registrierungscode, *authentifizierungscode,
      *autorisierungscode, *freigabecode, *smscode, sms-code, mtan, smstan, sms-tan, pushtan, tan ist,
      ihre tan, deine tan, tan:, die tan, tan lautet, tan für, *prüfcode, *wiederherstellungscode,
      *einmalpin, *authentisierungscode, *einmal-passwort, *einmal-pin, *transaktionsnummer, *kennwort,
      verifizierungsnummer, sicherheitsnummer, prüfnummer, tan, sms tan, einmalkennwort, einmalpasswort`,
  code: `
      code, codes, codenummer, passwort, pin-nummer, geheimcode, geheimzahl, zugangsdaten,
      bestätigungsnummer, tan`,
  act: `
      bestätig*, verifizier*, anmeld*, einlogg*, login, sicherheit*, authentifizier*, autorisier*,
      freigabe*, aktivier*, registrier*, einmalig*, identität*, zurücksetz*, wiederherstell*, zugang*,
      konto, anzumeld*, einzulogg*, freizuschalt*, verifikation*`,
  other: `
      rabatt*, gutschein*, aktionscode, rabattcode, gutscheincode, buchungs*, abhol*, postleitzahl, plz,
      vorwahl, fehler*, fehlercode, einladung*, empfehlung*, artikel*, quellcode, barcode, strichcode,
      promocode, vorteilscode, paketcode, sendungs*, türcode, haustür, schließfach*, automaten, kurier*,
      packstation*, haustür*, zustell code, zustellcode, zustell-code, tür code, eingangscode`,
  reference: `
      referenz*, ref, bestell*, bestellnummer, auftrag*, sendung*, sendungsnummer, paket*, rechnung*,
      rechnungsnummer, buchung*, buchungsnummer, ticket*, vorgang*, vorgangsnummer, aktenzeichen,
      vertrag*, tracking*, termin, termine, terminen, terminbestätigung, terminerinnerung`,
  account: "konto*, kontonummer, iban, kundennummer, kd-nr, kundennr, mitglied*",
  card: "karte*, kreditkarte*, endziffer*, endend, endet auf, endend auf, kartennummer",
  phone: "tel, telefon*, anruf*, hotline, rufen",
  mobile: "rufnummer*, handynummer*, mobilnummer*, handy, telefonnummer",
  amount: `
      betrag*, höhe von, saldo, kontostand, guthaben, überweisung*, zahlung*, abbuchung*, summe, preis*,
      gesamt, kosten, bis zu`,
  balance: "kontostand, saldo",
  date: "am, vom, bis, ab, seit, datum, jahr, uhr",
  currency: "euro, eur, punkte, cent",
  promo: `
      angebot*, rabatt*, gutschein*, sparen, gratis, kostenlos, gewinn*, aktion*, jetzt, shop, einkauf*,
      kauf*, sichern, abmelden, sale`,
  warn: `
      weiter, weitergeben, teilen, teile, verrate*, niemand*, geben sie, gib, vertraulich, mitarbeiter*,
      nie, niemals`,
  negation: "kein, keine, keinen, ohne, nicht erforderlich",
  copula: `
      ist, lautet, ihr, dein, der, die, das, als, sind, folgender, hier, nutze, ist der, nummer, für`,
  enter: `
      nutzen, verwende*, eingeben, gib, geben sie, nutze*, benutze*, eintragen, eintippen, nutze,
      nutzen sie, verwende, verwenden sie, tippe`,
  expiry: "gültig*, läuft, ablauf*, verfällt, innerhalb, abgelaufen",
  old: "alter, alte, alten, nicht mehr gültig, vorherig*, bisherig*, ungültig",
  fresh: "neuer, neue, neuen, neues, aktuell*",
  second: "sekunde*, sek",
  minute: "minute*, min",
  hour: "stunde*, std",
  day: "tag, tage, tagen",
  numbers: { eine: 1, einer: 1, zwei: 2, drei: 3, fünf: 5, zehn: 10, fünfzehn: 15, zwanzig: 20, dreißig: 30 },
};
