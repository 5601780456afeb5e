import type { TestMessage } from "./message.ts";

export const classLooksLikeACodeButIsNoneMessages: readonly TestMessage[] = [
  { body: "Your username is acme1234", code: null },
  { body: "Model XK9981 is available", code: null },
  { body: "Version 4.12.8 of the app is out", code: null },
  { body: "Flight AB1234 departs gate C12", code: null },
  { body: "License plate 4471KXQ was towed", code: null },
  { body: "Your seat is 12A, coach B4471", code: null },
  { body: "Wifi: LUMO-4471", code: null },
  { body: "iPhone15 and GalaxyS24 on sale", code: null },
  { body: "Covid19 vaccine slot booked for 12-05-2025", code: null },
];
