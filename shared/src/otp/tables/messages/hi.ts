import type { TestMessage } from "./message.ts";

export const hiMessages: readonly TestMessage[] = [
  { body: "आपका Lumo सत्यापन कोड 482913 है।", code: "482913", service: "Lumo" },
  { body: "आपका ओटीपी ७७२१०४ है। इसे किसी के साथ साझा न करें।", code: "772104" },
  { body: "लॉगिन कोड: 5519. 10 मिनट के लिए मान्य।", code: "5519", expires: 600 },
  {
    body: "कार्ड 4471 से रु 1,250.00 के भुगतान के लिए ओटीपी 338109 है।",
    code: "338109",
    class: "bank code with amounts",
  },
  {
    body: "आपके खाते XX4471 से रु 500.00 डेबिट हुए। शेष रु 1,820.55। दिनांक 12-05-25",
    code: null,
    class: "bank alert",
  },
  {
    body: "अपना ओटीपी या पिन कभी किसी से साझा न करें। हेल्पलाइन 1930 पर कॉल करें।",
    code: null,
    class: "warning without code",
  },
  { body: "रिचार्ज पर 50% कैशबैक! प्रोमो कोड SAVE50 का उपयोग करें।", code: null, class: "promotion" },
  { body: "प्रिय ग्राहक, Norvik में लॉगिन के लिए OTP 605701 है। कृपया साझा न करें।", code: "605701", class: "plain" },
  {
    body: "प्रिय ग्राहक, आपका खाता XX4471 में रु 5,000.00 जमा किए गए। कुल शेष रु 23,205.55",
    code: null,
    class: "bank alert",
  },
  { body: "249 रु का रिचार्ज करें और पाएं 1.5GB/दिन 28 दिन। डायल करें *121#", code: null, class: "promotion" },
  { body: "अपना नंबर सत्यापित करने के लिए 701491 दर्ज करें।", code: "701491", class: "plain" },
  { body: "नमस्ते, आपका कोड है: 701492", code: "701492", class: "plain" },
  { body: "5,000 रु ट्रांसफर करने के लिए ओटीपी 801201 है। किसी को न बताएं।", code: "801201", class: "plain" },
  { body: "आपके खाते 4471 में 5,000 रु जमा। यूपीआई संदर्भ 412345678901", code: null, class: "bank alert" },
  { body: "5000 अंक जीतें! कोड LUMO50 का उपयोग करें", code: null, class: "promotion" },
  { body: "Pixo सत्यापन नंबर: 70418", code: "70418", class: "plain" },
  { body: "Zentra: नंबर 704182 कोड से सत्यापित करें", code: "704182", class: "plain" },
];
