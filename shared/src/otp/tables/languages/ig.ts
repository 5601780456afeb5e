import type { Language } from "../language.ts";

export const ig: Language = {
  tag: "ig",
  name: "Igbo",
  strong: "koodu nkwenye, koodu nchekwa, paswọọdụ otu oge",
  code: "koodu, paswọọdụ, koodị",
  act: "nkwenye, nchekwa, nyocha, banye, ịbanye, ịkwado, kwado, ịdebanye, tọgharịa",
  copula: "bụ, gị",
  enter: "tinye, jiri, pịnye",
  minute: "nkeji",
};
