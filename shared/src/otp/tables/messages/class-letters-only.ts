import type { TestMessage } from "./message.ts";

export const classLettersOnlyMessages: readonly TestMessage[] = [
  { body: "Your login code is: kwxpzr", code: "kwxpzr" },
  { body: "verification code: qjzkvb", code: "qjzkvb" },
  { body: "Your Acme security code is XKQJTR.", code: "XKQJTR" },
  { body: "Ihr Sicherheitscode lautet: bcdfgh", code: "bcdfgh" },
  { body: "Your one-time password is TRWQPL", code: "TRWQPL" },
  { body: "Votre code de connexion est : ZKQXWV", code: "ZKQXWV" },
  { body: "Código de verificación: vkzqxj", code: "vkzqxj" },
  { body: "Your verification code is required to continue.", code: null },
  { body: "Your code is: pending", code: null },
  { body: "Your OTP is null", code: null },
  { body: "The code is broken, please fix it", code: null },
  { body: "Your password is secret, keep it so.", code: null },
  { body: "Your access code is confidential.", code: null },
];
