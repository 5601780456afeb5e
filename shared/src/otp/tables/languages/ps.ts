import type { Language } from "../language.ts";

export const ps: Language = {
  tag: "ps",
  name: "Pashto",
  strong: "د تایید کوډ, تاییدي کوډ, د امنیت کوډ, د تصدیق کوډ, د ننوتلو کوډ",
  code: "کوډ, پټنوم, رمز",
  act: "تایید, تصدیق, امنیت, ننوتل*, ننوتلو",
  warn: "شریک, مه",
  copula: "دی, ستاسو, ستاسې, د",
  enter: "وکاروئ, دننه کړئ",
  expiry: "اعتبار",
  minute: "دقیق*, دقیقو, دقیقې",
};
