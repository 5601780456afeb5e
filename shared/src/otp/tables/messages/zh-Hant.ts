import type { TestMessage } from "./message.ts";

export const zhHantMessages: readonly TestMessage[] = [
  { body: "【路莫】您的驗證碼為 660365，請於 5 分鐘內輸入。", code: "660365", service: "路莫" },
  { body: "您的一次性密碼是 4516，10 分鐘內有效，請勿洩漏。", code: "4516", expires: 600 },
  { body: "903365 是你的登入代碼。", code: "903365" },
  {
    body: "您卡片末四碼4471於PIXO消費NT$1,250，交易驗證碼：771572",
    code: "771572",
    class: "bank code with amounts",
  },
  { body: "您的包裹已到店，取件碼 4471，訂單編號 20251112001", code: null, class: "order or parcel" },
  { body: "限時優惠！輸入折扣碼 SUMMER30 享七折", code: null, class: "promotion" },
  { body: "請輸入 701711 以驗證您的電話號碼", code: "701711", class: "plain" },
];
