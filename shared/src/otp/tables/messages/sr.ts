import type { TestMessage } from "./message.ts";

export const srMessages: readonly TestMessage[] = [
  { body: "Ваш Pixo верификациони код је 660350.", code: "660350", service: "Pixo" },
  { body: "Код за потврду: 4502. Важи 5 минута. Немојте га делити ни са ким.", code: "4502", expires: 300 },
  { body: "Користите 605991 као безбедносни код за Pixo налог", code: "605991", class: "plain" },
  { body: "Да бисте потврдили број, унесите 701241 у апликацију.", code: "701241", class: "plain" },
];
