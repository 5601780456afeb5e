import type { TestMessage } from "./message.ts";

export const scMessages: readonly TestMessage[] = [
  {
    body: "605901 est su còdighe de verìfica tuo de Pixo. Iscadet in 5 minutos.",
    code: "605901",
    service: "Pixo",
    expires: 300,
  },
  {
    body: "Imprea 4471 pro intrare in su contu Pixo tuo: su còdighe iscadet in 10 minutos.",
    code: "4471",
    service: "Pixo",
    expires: 600,
  },
];
