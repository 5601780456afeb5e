import type { TestMessage } from "./message.ts";

export const classOldAndNewCodeMessages: readonly TestMessage[] = [
  { body: "Your old code 118820 is no longer valid. Your new code is 661002.", code: "661002" },
  { body: "New verification code: 661003. The previous code 118821 has expired.", code: "661003" },
  { body: "Ignore code 118822, your new login code is 661004", code: "661004" },
  { body: "Ihr neuer Code lautet 661005. Der alte Code 118823 ist nicht mehr gültig.", code: "661005" },
  { body: "Votre nouveau code est 661006, l'ancien code 118824 n'est plus valable", code: "661006" },
  { body: "Tu nuevo código es 661007. El código anterior 118825 ya no es válido.", code: "661007" },
  { body: "Новый код: 661008. Старый код 118826 недействителен.", code: "661008" },
];
