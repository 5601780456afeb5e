import type { TestMessage } from "./message.ts";

export const swMessages: readonly TestMessage[] = [
  { body: "Nambari yako ya uthibitishaji ya Tavio ni 660353.", code: "660353", service: "Tavio" },
  {
    body: "Msimbo wa usalama: 4505. Muda wake utaisha baada ya dakika 5. Usishiriki na mtu yeyote.",
    code: "4505",
    expires: 300,
  },
  { body: "Tumia msimbo 903353 kuingia kwenye akaunti yako.", code: "903353" },
  {
    body: "Umelipa Tsh 50,000 kwa wakala 123456. Salio Tsh 182,055. Kumb. namba QK44712XYZ",
    code: null,
    class: "bank alert",
  },
  { body: "Msimbo wako wa Pixo: 605-891", code: "605891", class: "plain" },
  { body: "Weka 701721 ili kuthibitisha nambari yako", code: "701721", class: "plain" },
];
