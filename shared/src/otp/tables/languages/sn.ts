import type { Language } from "../language.ts";

export const sn: Language = {
  tag: "sn",
  name: "Shona",
  strong: "kodhi yekusimbisa, kodhi yekuchengetedza, nhamba yekusimbisa",
  code: "kodhi, pasiwedhi",
  act: `
      yekusimbisa, kusimbisa, kuchengetedza, simbisa, kupinda, chengetedzo, kunyoresa, yekuchengetedza,
      chengetedz*`,
  enter: "shandisa, pinza",
  minute: "maminitsi, maminetsi",
};
