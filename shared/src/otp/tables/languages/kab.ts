import type { Language } from "../language.ts";

export const kab: Language = {
  tag: "kab",
  name: "Kabyle",
  strong: "tangalt n usenqed, tangalt n uɛeddi, tangalt n usentem, tangalt n tuɣalin",
  code: "tangalt, awal uffir, tangalt-ik",
  act: "usenqed, asenqed, usentem, asentem, tuɣalin, taɣellist, asekyen, tuqqna, aɣewwaṛ",
  enter: "seqdec, sekcem",
  minute: "tesdat*, tisdatin, tesdidin, tisdidin, tesdatin, tesdat",
};
