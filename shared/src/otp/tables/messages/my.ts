import type { TestMessage } from "./message.ts";

export const myMessages: readonly TestMessage[] = [
  { body: "သင်၏ Lumo အတည်ပြုကုဒ်မှာ 660334 ဖြစ်သည်။", code: "660334", service: "Lumo" },
  { body: "OTP ကုဒ် ၄၄၈၆၁၂ ။ မည်သူ့ကိုမျှ မပြောပါနှင့်။", code: "448612" },
  { body: "လုံခြုံရေးကုဒ်: 4487။ 5 မိနစ် အတွင်း သုံးပါ။", code: "4487", expires: 300 },
  { body: "သင့်ဖုန်းနံပါတ်ကို အတည်ပြုရန် 701631 ကို ထည့်ပါ", code: "701631", class: "plain" },
  { body: "Pixo သို့ဝင်ရန် 50418 ကို ရိုက်ပါ", code: "50418", class: "plain" },
];
