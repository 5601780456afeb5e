import type { Language } from "../language.ts";

export const dv: Language = {
  tag: "dv",
  name: "Dhivehi",
  code: "ކޯޑު, ކޯޑް, ކޯޑަކީ, އޯޓީޕީ, ޕިން, ޕާސްވޯޑު",
  act: "ވެރިފިކޭޝަން, ވެރިފައި, ޔަގީންކުރުމުގެ, ޔަޤީންކުރ*, ލޮގިން, ރައްކާތެރި*",
  minute: "މިނެޓު, މިނިޓު",
};
