import type { TestMessage } from "./message.ts";

export const viMessages: readonly TestMessage[] = [
  { body: "Mã xác thực Lumo của bạn là 660363", code: "660363", service: "Lumo" },
  {
    body: "Ma OTP cua quy khach la 4514, hieu luc trong 5 phut. Khong cung cap cho bat ky ai.",
    code: "4514",
    expires: 300,
  },
  { body: "903363 là mã đăng nhập của bạn.", code: "903363" },
  {
    body: "Giao dịch 1.250.000đ tại PIXO thẻ 4471. Mã OTP: 771570",
    code: "771570",
    class: "bank code with amounts",
  },
  { body: "Đơn hàng 4471920 đã được giao. LH 19001234", code: null, class: "order or parcel" },
  { body: "Giảm 50% khi nhập mã giảm giá HE50. Chỉ hôm nay!", code: null, class: "promotion" },
  { body: "TK 0012345678 +500.000VND luc 12/05/25 10:33. SD 1.820.550VND", code: null, class: "bank alert" },
  { body: "Su dung 605721 lam ma bao mat cho tai khoan Pixo", code: "605721", class: "plain" },
  { body: "Pixo: Ma xac thuc OTP la 605722. Ma co hieu luc trong 3 phut.", code: "605722", class: "plain" },
  {
    body: "NVB: TK 0012345678|GD: -250,000VND 12/05/25 10:33|SD: 1,820,550VND|ND: LUMO",
    code: null,
    class: "bank alert",
  },
  { body: "[QC] Tang 5000d va 2GB khi nap the. Soan DK gui 191", code: null, class: "promotion" },
  { body: "Nhập 701641 để xác nhận số điện thoại của bạn", code: "701641", class: "plain" },
  { body: "Xin chào, mã của bạn là: 701642", code: "701642", class: "plain" },
  {
    body: "NVB: Ma OTP cua giao dich chuyen 5,000,000 VND den TK 0012345678 la 801221. Khong chia se OTP",
    code: "801221",
    class: "plain",
  },
  { body: "NVB: GD thanh cong 5,000,000VND tai LUMO. Ma GD 771203441", code: null, class: "bank alert" },
  { body: "Nhan 5000 diem voi ma LUMO50 den 30/06", code: null, class: "promotion" },
  { body: "4471 là mã Pixo của bạn.", code: "4471", class: "plain" },
  { body: "Số xác minh Pixo: 7041", code: "7041", class: "plain" },
];
