import type { Language } from "../language.ts";

export const pl: Language = {
  tag: "pl",
  name: "Polish",
  strong: `
      kod weryfikacyjny*, kod potwierdzający*, kod bezpieczeństwa, kod autoryzacyjny, kod aktywacyjny,
      kod dostępu, kod logowania, kod do logowania, kod jednorazowy, jednorazowy kod, hasło jednorazowe,
      jednorazowe hasło, hasło sms, smskod, sms kod, kod sms, hasło tymczasowe, kod potwierdzenia,
      kod uwierzytelniający, kod odzyskiwania, kod rejestracyjny, kod z sms, smscode, smshasło,
      kod autoryzacji, kodem weryfikacyjnym, kod do autoryzacji, kodu weryfikacyjnego,
      numer weryfikacyjny, numer weryfikacji`,
  code: "kod, kodu, kodem, hasło, hasła, hasłem, kody",
  act: `
      weryfik*, potwierdz*, bezpiecz*, autoryz*, aktyw*, dostęp*, logow*, zalog*, jednoraz*,
      uwierzytel*, rejestr*, konto, konta, odzysk*, tożsamoś*, operacj*, transakcj*, przelew*`,
  other: `
      skrytk*, rabat*, promoc*, pocztow*, zniżk*, kupon*, odbior*, kod odbioru, kreskow*, błęd*,
      rezerwac*, polece*, zaprosz*, produktu, kierunkow*, promo*, prezent*, paczkomat*, swift, źródłowy,
      drzwi, domofon*, brama, bramy, furtk*, odbioru, kurier*, bram*, do bramy, furtki, domofonu`,
  reference: `
      zamówieni*, numer zamówienia, przesyłk*, paczk*, faktur*, nr ref, referenc*, rezerwacj*,
      zgłoszen*, umow*, bilet*, nr sprawy, sprawa, polis*, wizyt*, listu, śledzen*`,
  account: "kont*, rachun*, nr konta, nr rachunku, klient*, numer klienta",
  card: "kart*, karty, kończąc*, nr karty",
  phone: "tel, telefon*, zadzwoń, dzwoń, infolini*, wyślij, pod nr, pod numer, sms na",
  mobile: "telefonu, numer telefonu, nr telefonu, komórk*",
  amount: `
      kwot*, sald*, na kwotę, płatnoś*, razem, suma, cena, wpłat*, wypłat*, dostępne środki, do zapłaty,
      od, do`,
  balance: "saldo, dostępne środki, dostępne",
  date: "dnia, od, do, data, w dniu, z dnia, rok, dn",
  currency: "zł, pln, złotych, punktów, pkt, gr, szt",
  promo: `
      rabat*, promocj*, gratis, darmow*, wygra*, nagrod*, zniżk*, kupon*, kup, sklep*, okazj*, oferta*,
      bonus*, tylko, pożyczk*, rezygnuj*`,
  warn: "udostępnia*, nikomu, podawaj, przekazuj, ujawnia*, nigdy, poufn*, oszus*, pracownik*",
  negation: "bez, nie jest potrzebny, nie wymaga",
  copula: "to, jest, twój, pani, pana, ten, wynosi, dla, oto, nr, numer",
  enter: "użyj, wpisz, wprowadź, podaj, użyć, wpisać, przepisz, podaj kod",
  expiry: "ważn*, wygas*, traci, upływ*, w ciągu, obowiązuje, przez",
  old: "stary, poprzedni*, nieważny, już nieważny",
  fresh: "nowy, nowe, aktualny",
  second: "sekund*, sek, s",
  minute: "minut*, min",
  hour: "godzin*, godz",
  day: "dni, dzień",
  numbers: { dwóch: 2, trzech: 3, pięciu: 5, pięć: 5, dziesięciu: 10, dziesięć: 10, piętnastu: 15 },
};
