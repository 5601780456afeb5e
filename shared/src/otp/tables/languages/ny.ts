import type { Language } from "../language.ts";

export const ny: Language = {
  tag: "ny",
  name: "Chichewa",
  strong: "nambala yotsimikizira, khodi yotsimikizira, nambala yachinsinsi",
  code: "khodi, nambala, mawu achinsinsi",
  act: "yotsimikizira, kutsimikizira, chitetezo, tsimikizirani, kulowa, kulembetsa",
  copula: "ndi, anu, yanu",
  enter: "gwiritsani, lowetsani, gwiritsani ntchito, lembani",
  minute: "mphindi",
};
