import type { Language } from "../language.ts";

export const gn: Language = {
  tag: "gn",
  name: "Guarani",
  code: "ayvu, ayvukuatia, ñe'ẽñemi",
  act: "moneĩrã, mohechajey, jehechajeyrã, jeguerujey, tekorosã",
  enter: "eipuru, emoĩ",
  minute: "aravo'i, aravo'ive",
};
