import type { Language } from "../language.ts";

export const it: Language = {
  tag: "it",
  name: "Italian",
  strong: `
      codice di verifica, codice di sicurezza, codice di conferma, codice di accesso,
      codice di attivazione, codice di autenticazione, codice di autorizzazione, codice otp,
      codice temporaneo, codice monouso, codice segreto, codice dispositivo, codice di controllo,
      codice sms, codice di convalida, codice di login, codice di registrazione, codice di recupero,
      password temporanea, password monouso, codice personale, codice usa e getta, codice unico,
      codice di ripristino, codici di sicurezza, numero di verifica, numero di sicurezza`,
  code: "codice, codici, cod verifica, password, parola d'ordine",
  act: `
      verific*, conferm*, sicurezza, access*, accedere, autentic*, autorizz*, attiv*, convalid*,
      registr*, monouso, login, identità, account, ripristin*, recuper*, operazione`,
  other: `
      sconto, promo*, promozionale, fiscale, postale, prenotazione, regalo, buono, coupon, barre,
      a barre, errore, invito, ritiro, cliente, prodotto, amico, cap, sorgente, portone, cancello,
      corriere, citofono, cancelletto`,
  reference: `
      riferimento*, rif, ordine*, spedizione*, pacco, fattura*, prenotazione*, pratica*, biglietto*,
      contratto*, tracking, numero ordine, ticket, consegna*, protocollo, n°`,
  account: "conto, c/c, iban, codice cliente, cliente",
  card: "carta*, che termina con, terminante con, finale",
  phone: "tel, telefono*, chiam*, numero verde, contatt*, invia, al numero, al",
  mobile: "cellulare, numero di telefono, numero di cellulare",
  amount: `
      importo*, saldo*, pagamento di, pagamento, addebito, accredito, bonifico*, totale, prezzo, spesa,
      prelievo, ricarica di, fino a, di`,
  balance: "saldo, disponibilità",
  date: "il, del, dal, data, entro il, fino al, anno, alle, ore",
  currency: "euro, punti, gb",
  promo: `
      offert*, gratis, sconto, sconti, promo*, vinci, premio*, regalo, negozio, acquist*, solo, fino a,
      approfitt*, saldi, buono, abbon*`,
  warn: "condivid*, nessuno, mai, comunic*, rivel*, fornir*, divulg*, non dare",
  negation: "senza, nessun, non richiesto",
  copula: "è, il, tuo, suo, la, il tuo, è il, questo, ecco, sono, per, come, seguente",
  enter: `
      usa, usi, utilizza*, inserisci*, inserire, inserisca, digita*, immetti, inserite, utilizzare,
      usare, scrivi, inserisci, digita, utilizza`,
  expiry: "valid*, scad*, scade, validità, entro, valido per",
  old: "vecchio, precedente*, non è più valido",
  fresh: "nuovo, nuova, attuale",
  second: "second*, sec",
  minute: "minut*, min",
  hour: "ora, ore",
  day: "giorno, giorni",
  numbers: { un: 1, due: 2, tre: 3, cinque: 5, dieci: 10, quindici: 15, venti: 20, trenta: 30 },
};
