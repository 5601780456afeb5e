import type { TestMessage } from "./message.ts";

export const heMessages: readonly TestMessage[] = [
  { body: "קוד האימות שלך ב-Lumo הוא 482913", code: "482913", service: "Lumo" },
  { body: "7714 הוא קוד הכניסה שלך. בתוקף ל-5 דקות. אין להעביר לאף אחד.", code: "7714", expires: 300 },
  { body: "סיסמה חד פעמית: 338102", code: "338102" },
  {
    body: 'לאישור תשלום בסך 89.90 ש"ח בכרטיס המסתיים ב-4471 הקש קוד 905513',
    code: "905513",
    class: "bank code with amounts",
  },
  { body: "הזמנה מספר 4471920 נשלחה. טלפון לבירורים 03-1234567", code: null, class: "order or parcel" },
  { body: "רק היום 30% הנחה עם קוד קופון SALE30", code: null, class: "promotion" },
  { body: "השתמש ב-605801 כקוד אבטחה לחשבון Pixo", code: "605801", class: "plain" },
  { body: "קוד Pixo שלך: 605-802", code: "605802", class: "plain" },
  { body: "כדי לאמת את המספר שלך הזן 701451", code: "701451", class: "plain" },
  { body: "שלום, הקוד שלך הוא: 701452", code: "701452", class: "plain" },
  { body: "כדי להיכנס אל Zentra יש להקליד 90417", code: "90417", class: "plain" },
  { body: "יש להשתמש ב-334180 כדי לאשר את המספר.", code: "334180", class: "plain" },
  { body: "קוד הכניסה לדלת 7718", code: null, class: "looks like a code but is none" },
  { body: "מספר האימות של Pixo: 7041", code: "7041", class: "plain" },
];
