import type { Language } from "../language.ts";

export const so: Language = {
  tag: "so",
  name: "Somali",
  strong: "koodhka xaqiijinta, lambarka xaqiijinta, koodka xaqiijinta, koodhka amniga",
  code: "koodhka, koodka, koodh, furaha sirta, kood, lambarka sirta, koodkaaga, koodhkaaga",
  act: `
      xaqiijin*, amniga, sirta, gelitaan*, xaqiiji*, gasho, gasho akoonkaaga, soo gal, galid, diiwaan*,
      dib u dejin*, galo, akoonkaaga, akoon*`,
  mobile: "taleefan*, lambarka taleefanka, mobilka",
  warn: "ha la, wadaagin, cidna, ha la wadaagin, ha wadaagin",
  copula: "waa, kaaga, aad, waxaa, waxa",
  enter: "isticmaal, geli, ku qor, gali",
  expiry: "dhacayaa, dhacaa, gudahood",
  minute: "daqiiqo, daqiiqadood, daqiiqadaha",
  hour: "saac, saacadood",
};
