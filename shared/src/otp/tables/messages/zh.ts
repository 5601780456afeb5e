import type { TestMessage } from "./message.ts";

export const zhMessages: readonly TestMessage[] = [
  { body: "【路莫】您的验证码为660364，5分钟内有效，请勿泄露。", code: "660364", service: "路莫" },
  { body: "【泰沃】4515（登录验证码），10分钟内有效。", code: "4515", expires: 600 },
  { body: "验证码：903364。如非本人操作请忽略。", code: "903364" },
  {
    body: "【北方银行】您尾号4471的卡消费1250.00元，动态密码771571，请勿告知他人。",
    code: "771571",
    class: "bank code with amounts",
  },
  {
    body: "【速达】您的快递已到，取件码 4-2-8812，单号 75312345678901",
    code: null,
    class: "order or parcel",
  },
  { body: "【优选】限时优惠！优惠码SALE30，满200减30，退订回T", code: null, class: "promotion" },
  {
    body: "【北方银行】您尾号4471的账户于05月12日10:33支出500.00元，余额1820.55元。",
    code: null,
    class: "bank alert",
  },
  {
    body: "【北方银行】请勿向任何人泄露验证码和密码。咨询请拨95500。",
    code: null,
    class: "warning without code",
  },
  { body: "邮政编码 100080，区号 0755，订单编号 20251112", code: null, class: "other code" },
];
