import type { Language } from "../language.ts";

export const tt: Language = {
  tag: "tt",
  name: "Tatar",
  strong: "раслау код*, тикшерү код*, бер тапкырлы код*",
  code: "код*, серсүз*",
  act: "расла*, тикшер*, кер*, бер тапкыр*",
  copula: "сезнең, бу",
  enter: "кертегез, кулланыгыз",
  expiry: "гамәл*",
  minute: "минут*",
};
