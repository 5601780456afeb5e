import type { TestMessage } from "./message.ts";

export const mrMessages: readonly TestMessage[] = [
  { body: "तुमचा Lumo पडताळणी कोड 660332 आहे.", code: "660332", service: "Lumo" },
  { body: "आपला ओटीपी 4485 आहे. 10 मिनिटांसाठी वैध. कोणाशीही शेअर करू नका.", code: "4485", expires: 600 },
  { body: "लॉगिन कोड: 903332", code: "903332" },
  { body: "तुमचा नंबर सत्यापित करण्यासाठी 701511 टाका.", code: "701511", class: "plain" },
  { body: "Pixo पडताळणी क्रमांक: 70418", code: "70418", class: "plain" },
  { body: "Zentra: तुमचा नंबर 704182 कोडने पडताळा", code: "704182", class: "plain" },
];
