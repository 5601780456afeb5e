import type { TestMessage } from "./message.ts";

export const afMessages: readonly TestMessage[] = [
  { body: "482913 is jou Lumo-verifikasiekode.", code: "482913", service: "Lumo" },
  {
    body: "Jou eenmalige PIN is 7731. Dit verval oor 5 minute. Moet dit met niemand deel nie.",
    code: "7731",
    expires: 300,
  },
  { body: "Gebruik kode 650218 om by jou Tavio-rekening aan te meld.", code: "650218" },
  {
    body: "OTP vir betaling van R1 250.00 by Pick n Save met kaart wat op 4410 eindig: 208841.",
    code: "208841",
    class: "bank code with amounts",
  },
  {
    body: "Jou bestelling 884512 is afgestuur. Spoor dit by https://track.example.co.za/884512",
    code: null,
    class: "order or parcel",
  },
  {
    body: "Moet nooit jou PIN of wagwoord met iemand deel nie. Bel 0860123456 as jy vermoed bedrog.",
    code: null,
    class: "warning without code",
  },
  { body: "Voer 701741 in om jou nommer te bevestig", code: "701741", class: "plain" },
  { body: "Voer 440917 in om by Pixo aan te meld", code: "440917", class: "plain" },
  { body: "Tik 8214 in om jou Zentra-rekening te bevestig.", code: "8214", class: "plain" },
  { body: "Jou Pixo-verifikasienommer: 70418", code: "70418", class: "plain" },
];
