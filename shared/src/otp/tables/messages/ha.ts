import type { TestMessage } from "./message.ts";

export const haMessages: readonly TestMessage[] = [
  { body: "Lambar tabbatarwa ta Tavio ita ce 559014.", code: "559014", service: "Tavio" },
  { body: "Lambar sirri: 7718. Kada ka raba da kowa. Minti 10.", code: "7718", expires: 600 },
];
