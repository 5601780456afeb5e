import type { Language } from "../language.ts";

export const skr: Language = {
  tag: "skr",
  name: "Saraiki",
  strong: "تصدیقی کوڈ, بحالی کوڈ, حفاظتی کوڈ",
  code: "کوڈ, پاس ورڈ",
  act: "تصدیق*, بحالی, لاگ ان, حفاظتی",
  copula: "ہے, تہاݙا, تُہاݙا",
  enter: "درج کرو, ورتو",
  expiry: "مک ویسی",
  minute: "منٹ, منٹاں",
};
