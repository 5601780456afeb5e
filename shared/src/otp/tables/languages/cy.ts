import type { Language } from "../language.ts";

export const cy: Language = {
  tag: "cy",
  name: "Welsh",
  strong: `
      cod dilysu, cod gwirio, cod diogelwch, cod cadarnhau, cod adfer, cod mynediad, cod mewngofnodi`,
  code: "eich cod, dy god, eich cod chi, cyfrinair",
  act: `
      dilysu, ddilysu, gwirio, diogelwch, cadarnhau, adfer, mewngofnodi, mynediad, untro, dilys*,
      gadarnhau, fewngofnodi, ailosod, cofrestru, eich rhif`,
  other: "cod post, gostyngiad, cod casglu, taleb",
  reference: "parsel, archeb, archebu, anfoneb",
  account: "rhif cwsmer, rhif cyfrif",
  mobile: "ffôn, rhif ffôn",
  warn: "rannu, rhannu, peidiwch",
  copula: "yw, eich, dy, ydi, hwn",
  enter: "defnyddiwch, rhowch, teipiwch, nodwch, rho, defnyddia",
  expiry: "dod i ben, daw, dilys",
  second: "eiliad",
  minute: "munud, funud, munudau",
  hour: "awr",
  day: "diwrnod",
  numbers: { bum: 5, pum: 5, deg: 10 },
};
