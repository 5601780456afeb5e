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
  { body: "【皮索】使用 605651 作为皮索帐户的安全代码", code: "605651", class: "plain" },
  {
    body: "皮索验证码 605652，用于登录，泄露有风险。如非本人操作，请忽略本短信。",
    code: "605652",
    class: "plain",
  },
  {
    body: "605653（动态验证码），工作人员不会向您索要，请勿向任何人泄露【路莫】",
    code: "605653",
    class: "plain",
  },
  {
    body: "尊敬的用户，您正在进行手机绑定操作，校验码605654，请于30分钟内填写。",
    code: "605654",
    class: "plain",
  },
  { body: "您的校验码：605655，您正在注册成为会员，感谢您的支持！", code: "605655", class: "plain" },
  { body: "登录验证 605656 【路莫】", code: "605656", class: "plain" },
  {
    body: "【北方银行】您账户4471于05月12日10:33收入5,000.00元，余额68,205.55元，对方：张三",
    code: null,
    class: "bank alert",
  },
  {
    body: "您的信用卡（尾号4471）本期账单金额1820.55元，最低还款182.05元，还款日06月05日",
    code: null,
    class: "bank alert",
  },
  { body: "【路莫】618大促！满300减50，领券戳 t.cn/A6abcd 退订回T", code: null, class: "promotion" },
  { body: "尊敬的客户，您的10000积分即将到期，回复兑换码8812领取礼品", code: null, class: "promotion" },
  { body: "【菜站】请凭 3-2-8812 到东门店取件，地址：中山路1250号", code: null, class: "order or parcel" },
  {
    body: "您预约的05月12日10:30号源已确认，就诊序号 12，取号密码见小程序",
    code: null,
    class: "order or parcel",
  },
  { body: "明天1830在4412教室见，带2000块", code: null, class: "chat" },
  { body: "请输入701701以验证您的手机号", code: "701701", class: "plain" },
  { body: "您好，您的代码是：701702", code: "701702", class: "plain" },
  {
    body: "【诺维克】您正在转账5,000.00元至尾号8812账户，短信验证码801151，切勿告知他人。",
    code: "801151",
    class: "plain",
  },
  { body: "【路莫】验证码：801152，您正在重置密码。客服95188", code: "801152", class: "plain" },
  { body: "【路莫】登录密码801153，请妥善保管", code: "801153", class: "plain" },
  {
    body: "【诺维克】您尾号4471卡12日10:33快捷支付支出128.00元，余额18205.55元。",
    code: null,
    class: "bank alert",
  },
  { body: "【路莫】恭喜获得5000元额度，点击 lm.cn/a1 领取，拒收请回复R", code: null, class: "promotion" },
  { body: "门禁密码是7718，三楼", code: null, class: "looks like a code but is none" },
];
