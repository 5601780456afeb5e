import type { Language } from "../language.ts";

export const so: Language = {
  tag: "so",
  name: "Somali",
  strong: "koodhka xaqiijinta, lambarka xaqiijinta, koodka xaqiijinta, koodhka amniga",
  code: "koodhka, koodka, koodh, furaha sirta, kood, lambarka sirta, koodkaaga, koodhkaaga",
  act: "xaqiijin*, amniga, sirta, gelitaan*, xaqiiji*",
  warn: "ha la, wadaagin, cidna",
  copula: "waa, kaaga, aad, waxaa, waxa",
  enter: "isticmaal, geli",
  expiry: "dhacayaa, dhacaa, gudahood",
  minute: "daqiiqo, daqiiqadood, daqiiqadaha",
  hour: "saac, saacadood",
};
