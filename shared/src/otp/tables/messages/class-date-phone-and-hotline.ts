import type { TestMessage } from "./message.ts";

export const classDatePhoneAndHotlineMessages: readonly TestMessage[] = [
  { body: "Call us on 555-123-4567 or +1 555 123 4567", code: null },
  { body: "Missed call from 07700 900123 at 18:30", code: null },
  { body: "Text STOP to 88120 to opt out", code: null },
  { body: "Our new number is 5551234", code: null },
  { body: "Born 1984, graduated 2006", code: null },
  { body: "Meeting moved to 2025-05-12 at 1030", code: null },
  { body: "Contact 24/7 hotline 19001234", code: null },
  { body: "Reply YES 4471 to confirm", code: null },
  { body: "The year 2024 was good, 2025 will be better", code: null },
  { body: "Temperature 2512, humidity 8812", code: null },
];
