import type { Language } from "../language.ts";

export const fy: Language = {
  tag: "fy",
  name: "Western Frisian",
  strong: "*werstelkoade, *ferifikaasjekoade, *befêstigingskoade, *befeiligingskoade, *oanmeldkoade",
  code: "koade, *koade, wachtwurd",
  act: "ferifi*, befêstig*, befeilig*, oanmeld*, werstel*",
  copula: "is, jo, jins, dyn",
  enter: "brûk, fier",
  expiry: "ferrint, jildich",
  minute: "minút*, minuten, minuut",
  hour: "oere",
};
