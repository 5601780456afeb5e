import type { Language } from "../language.ts";

export const om: Language = {
  tag: "om",
  name: "Oromo",
  strong: "koodii mirkaneessaa, koodii mirkaneessuu, lakkoofsa mirkaneessaa",
  code: "koodii, koodiin, lakkoofsa iccitii",
  act: "mirkaneess*, nageenya, seensa, mirkaneessuu, seensaa, seenuuf, galmaa'uu",
  enter: "fayyadami, galchi, fayyadamaa, galchaa",
  minute: "daqiiqaa",
};
