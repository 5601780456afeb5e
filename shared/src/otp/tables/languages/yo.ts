import type { Language } from "../language.ts";

export const yo: Language = {
  tag: "yo",
  name: "Yoruba",
  strong: "koodu ijerisi, kóòdù ìjẹ́rìísí, koodu aabo, koodu idaniloju, nọmba ìdánilójú",
  code: "koodu, kóòdù, ọrọ igbaniwọle",
  act: "ijerisi, ìjẹ́rìísí, idaniloju, aabo, wọle, ìdánilójú, wole, forukọsilẹ, jẹrisi",
  copula: "ni, rẹ, naa",
  enter: "lo, tẹ, tẹ sii",
  minute: "iṣẹju, iseju",
};
