import type { TestMessage } from "./message.ts";

export const classOrderOrParcelMessages: readonly TestMessage[] = [
  { body: "Order 4471920 has shipped. Track: https://t.example/4471920", code: null },
  { body: "Your parcel AB123456789GB arrives today between 12:00 and 14:00", code: null },
  { body: "Tracking number 1Z999AA10123456784", code: null },
  { body: "Invoice 2025-4471 of 89.90 is due.", code: null },
  { body: "Your appointment is on 12 May 2025 at 1030. Room 4412.", code: null },
  { body: "grocery order 771332 is ready", code: null },
  { body: "Ticket 88120034 booked for 2 seats, row 12", code: null },
  { body: "Your table 4412 is booked for 1930", code: null },
  { body: "Application no. 4471920 received. Roll no 88120.", code: null },
  { body: "Queue number 4412, counter 3", code: null },
];
