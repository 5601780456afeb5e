import type { Language } from "../language.ts";

export const cak: Language = {
  tag: "cak",
  name: "Kaqchikel",
  code: "b'itz'ib', rub'itz'ib', tz'ib'",
  act: "jikib'anïk, nik'oxïk, kolonem",
  minute: "ch'uti ramaj",
};
