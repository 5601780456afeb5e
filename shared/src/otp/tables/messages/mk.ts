import type { TestMessage } from "./message.ts";

export const mkMessages: readonly TestMessage[] = [
  { body: "Вашиот Pixo код за потврда е 660329.", code: "660329", service: "Pixo" },
  { body: "Код за најава: 4482. Важи 5 минути. Не го споделувајте со никого.", code: "4482", expires: 300 },
];
