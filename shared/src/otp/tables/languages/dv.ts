import type { Language } from "../language.ts";

export const dv: Language = {
  tag: "dv",
  name: "Dhivehi",
  code: "ކޯޑު, ކޯޑް, ކޯޑަކީ, އޯޓީޕީ",
  act: "ވެރިފިކޭޝަން, ވެރިފައި, ޔަގީންކުރުމުގެ",
  minute: "މިނެޓު, މިނިޓު",
};
