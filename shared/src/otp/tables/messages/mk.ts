import type { TestMessage } from "./message.ts";

export const mkMessages: readonly TestMessage[] = [
  { body: "Вашиот Pixo код за потврда е 660329.", code: "660329", service: "Pixo" },
  { body: "Код за најава: 4482. Важи 5 минути. Не го споделувајте со никого.", code: "4482", expires: 300 },
  { body: "За да го потврдите бројот, внесете 701271 во апликацијата.", code: "701271", class: "plain" },
  { body: "Вашиот број за потврда: 7041", code: "7041", class: "plain" },
  {
    body: "Платено 890 ден со картичка *5093. Авт. код 704182",
    code: null,
    class: "looks like a code but is none",
  },
];
