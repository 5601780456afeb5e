import type { Language } from "../language.ts";

export const sco: Language = {
  tag: "sco",
  name: "Scots",
  strong: "verification code, recovery code, security code",
  code: "code",
  act: "verify, log in, sign in",
  copula: "is, yer",
  enter: "yaise, pit in",
  expiry: "expires",
  minute: "meenits, meenit",
};
