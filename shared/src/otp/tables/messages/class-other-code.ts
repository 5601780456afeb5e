import type { TestMessage } from "./message.ts";

export const classOtherCodeMessages: readonly TestMessage[] = [
  { body: "Postcode: SW1A 1AA, area code 0207", code: null },
  { body: "Error code 50013: please restart the router", code: null },
  { body: "The barcode 4006381333931 could not be read", code: null },
  { body: "Your booking code is KX88QZ. Flight LH1234 at 10:33.", code: null },
  { body: "Pickup code 4471 for your order at Lumo store", code: null },
  { body: "Country code 1684, dial 011 first", code: null },
  { body: "I pushed the source code to vscode, see build 12345", code: null },
  { body: "Your pickup PIN at the locker is in the app. Locker 4471", code: null },
  { body: "SWIFT code NORVGB2L, sort code 20-44-71", code: null },
  { body: "Reservation code: 7734AB. Check-in from 15:00.", code: null },
  { body: "Product code 7734120 is out of stock", code: null },
  { body: "QR code 12345 is for table 12", code: null },
  { body: "IFSC code NORV0004471 for your branch", code: null },
  { body: "Meeting ID 884 120 0347 starts at 10:30", code: null },
  { body: "Gift code 4471-8812 is worth 20 EUR", code: null },
  { body: "PNR 4412345678 train 12951 coach B2 seat 44", code: null },
  { body: "Your ZIP code is 94105", code: null },
];
