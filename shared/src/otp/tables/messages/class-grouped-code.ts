import type { TestMessage } from "./message.ts";

export const classGroupedCodeMessages: readonly TestMessage[] = [
  { body: "Your Lumo code is 482 913 and expires in 10 minutes.", code: "482913", expires: 600 },
  { body: "Acme: 123-456 is your login code", code: "123456" },
  { body: "Your verification code: 0 4 7 1 9 2", code: "047192" },
  { body: "Use 12-34-56 to verify your account", code: "123456" },
  { body: "Security code: 8812 0044", code: "88120044" },
  { body: "Votre code : 330 917", code: "330917" },
  { body: "Twój kod: 330-918", code: "330918" },
  { body: "Ваш код 330-919", code: "330919" },
  { body: "Kode Anda: 330-920. Jangan bagikan.", code: "330920" },
  { body: "您的验证码是 330-921", code: "330921" },
  { body: "رمز التحقق 330-922", code: "330922" },
  { body: "Doğrulama kodu: 330 923", code: "330923" },
  { body: "Your PIN: 8 8 1 2", code: "8812" },
  { body: "Mã xác nhận: 339-104", code: "339104" },
  { body: "Il codice è 771 203", code: "771203" },
];
