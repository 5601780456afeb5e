import type { TestMessage } from "./message.ts";

export const skrMessages: readonly TestMessage[] = [
  {
    body: "605903 تہاݙا Pixo تصدیقی کوڈ ہے۔ 5 منٹاں وچ مک ویسی۔",
    code: "605903",
    service: "Pixo",
    expires: 300,
  },
];
