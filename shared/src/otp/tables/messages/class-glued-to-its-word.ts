import type { TestMessage } from "./message.ts";

export const classGluedToItsWordMessages: readonly TestMessage[] = [
  { body: "รหัสของคุณคือ271044กรุณาใส่ในแอป", code: "271044" },
  { body: "您的验证码271045请勿泄露", code: "271045" },
  { body: "認証コードは271046です", code: "271046" },
  { body: "인증번호271047를 입력하세요", code: "271047" },
  { body: "OTP271048 is your code", code: "271048" },
  { body: "code:271049", code: "271049" },
  { body: "VerifyCode=271050", code: "271050" },
  { body: "PIN#271051", code: "271051" },
  { body: "លេខកូដ271052របស់អ្នក", code: "271052" },
  { body: "ລະຫັດ271053ຂອງທ່ານ", code: "271053" },
];
