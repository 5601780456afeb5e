import type { Language } from "../language.ts";

export const tt: Language = {
  tag: "tt",
  name: "Tatar",
  strong: "раслау код*, тикшерү код*, бер тапкырлы код*",
  code: "код*, серсүз*",
  act: `
      расла*, тикшер*, кер*, бер тапкыр*, рас*лау, раслау*, керү*, теркәл*, куркынычсызлык*,
      яңадан урнаштыру`,
  mobile: "телефон*",
  copula: "сезнең, бу",
  enter: "кертегез, кулланыгыз, языгыз",
  expiry: "гамәл*",
  minute: "минут*",
};
