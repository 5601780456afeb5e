import type { TestMessage } from "./message.ts";

export const classAppHashMessages: readonly TestMessage[] = [
  { body: "<#> Your Acme code is 604440\nFA+9qCX9VSu", code: "604440" },
  { body: "[#] Lumo code 604441 qlRnn4A1sbt", code: "604441" },
  { body: "<#> 604442 is your OTP for Tavio. dwEzWOx6XSV", code: "604442" },
  { body: "<#> Votre code est 604443\nLaz+nxCarLW", code: "604443" },
  { body: "<#> Use 604444 0P1dUnbmS/K", code: "604444" },
];
