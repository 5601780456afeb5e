import { enAlertsMessages } from "./en-alerts.ts";
import { enCodesMessages } from "./en-codes.ts";
import { enNoCodeMessages } from "./en-no-code.ts";
import type { TestMessage } from "./message.ts";

export const enMessages: readonly TestMessage[] = [
  ...enCodesMessages,
  ...enAlertsMessages,
  ...enNoCodeMessages,
];
