import type { Language } from "../language.ts";

export const fy: Language = {
  tag: "fy",
  name: "Western Frisian",
  strong: "*werstelkoade, *ferifikaasjekoade, *befêstigingskoade, *befeiligingskoade, *oanmeldkoade",
  code: "koade, *koade, wachtwurd, herstelkoade, werstelkoade, befêstigingskoade, feiligenskoade",
  act: `
      ferifi*, befêstig*, befeilig*, oanmeld*, werstel*, befêst*, ynlogg*, befeiligings*, herstel,
      herstelkoade`,
  copula: "is, jo, jins, dyn",
  enter: "brûk, fier, fier yn, typ",
  expiry: "ferrint, jildich",
  minute: "minút*, minuten, minuut",
  hour: "oere",
};
