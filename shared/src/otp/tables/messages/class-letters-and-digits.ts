import type { TestMessage } from "./message.ts";

export const classLettersAndDigitsMessages: readonly TestMessage[] = [
  { body: "Your Acme verification code is 7KQ29X", code: "7KQ29X" },
  { body: "Login code: a1b2c3", code: "a1b2c3" },
  { body: "Your code is RKJ-YP6. Enter it within 10 minutes.", code: "RKJYP6" },
  { body: "Ihr Sicherheitscode lautet X88K12.", code: "X88K12" },
  { body: "Votre code de vérification est 9ZK4TT", code: "9ZK4TT" },
  { body: "您的验证码是4F7A2B，请在10分钟内输入。", code: "4F7A2B" },
  { body: "Tu código de acceso es H3K9P2", code: "H3K9P2" },
  { body: "Ваш код подтверждения: T77K9Q", code: "T77K9Q" },
  { body: "Kode verifikasi Anda 5NX82L", code: "5NX82L" },
  { body: "Your one-time passcode: Q4W8E1", code: "Q4W8E1" },
  { body: "PIN: 8D3F (valid 5 min)", code: "8D3F" },
  { body: "Enter security code K2M5N8P4 to continue", code: "K2M5N8P4" },
];
