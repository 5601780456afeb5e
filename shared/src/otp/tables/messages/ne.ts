import type { TestMessage } from "./message.ts";

export const neMessages: readonly TestMessage[] = [
  { body: "तपाईंको Lumo प्रमाणीकरण कोड 660336 हो।", code: "660336", service: "Lumo" },
  { body: "ओटीपी 4489। 10 मिनेट मान्य। कसैलाई नदिनुहोस्।", code: "4489", expires: 600 },
  { body: "आफ्नो नम्बर पुष्टि गर्न 701591 प्रविष्ट गर्नुहोस्।", code: "701591", class: "plain" },
  { body: "Pixo प्रमाणीकरण नम्बर: 70418", code: "70418", class: "plain" },
];
