import type { Language } from "../language.ts";

export const fy: Language = {
  tag: "fy",
  name: "Western Frisian",
  strong: "*werstelkoade, *ferifikaasjekoade, *befêstigingskoade, *befeiligingskoade, *oanmeldkoade",
  code: "koade, *koade, wachtwurd",
  act: "ferifi*, befêstig*, befeilig*, oanmeld*, werstel*, befêst*, ynlogg*, befeiligings*",
  copula: "is, jo, jins, dyn",
  enter: "brûk, fier, fier yn, typ",
  expiry: "ferrint, jildich",
  minute: "minút*, minuten, minuut",
  hour: "oere",
};
