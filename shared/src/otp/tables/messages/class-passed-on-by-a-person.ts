import type { TestMessage } from "./message.ts";

export const classPassedOnByAPersonMessages: readonly TestMessage[] = [
  { body: "FW: Your Acme code is 482913", code: "482913" },
  { body: "Re: code? its 482913", code: "482913" },
  { body: "hey the code is 482913", code: "482913" },
  { body: "mom the netflix code is 482913 hurry", code: "482913" },
  { body: "the pin is 4829", code: "4829" },
  { body: "my otp is 482913", code: "482913" },
  { body: "the alarm code at the office was changed, ask Tom on 4829", code: null },
  { body: "i need ur pin code 560037", code: null },
  { body: "Zip 94105 for the package", code: null },
  { body: "gate code? call 5551234", code: null },
];
