import type { Language } from "../language.ts";

export const vi: Language = {
  tag: "vi",
  name: "Vietnamese",
  strong: `
      mã xác thực, mã xác minh, mã xác nhận, mã kích hoạt, mã otp, mã bảo mật, mã đăng nhập, mã đăng ký,
      mã truy cập, mã an toàn, mã khôi phục, mã pin, mật khẩu một lần, mật khẩu dùng một lần,
      mật khẩu tạm thời, mật khẩu otp, mã giao dịch otp, mã kiểm tra, mã đặt lại, mã sử dụng một lần,
      mã số xác thực, mã số bí mật, mã số xác nhận, mã của bạn, mã số của bạn, ma so bi mat, số xác minh, số xác thực`,
  code: "mật khẩu, mật mã, mã số, mã này, mã của bạn, mã của quý khách, mã của, là mã, mã, số xác nhận",
  act: `
      xác thực, xác minh, xác nhận, kích hoạt, đăng nhập, bảo mật, đăng ký, tài khoản, một lần, truy cập,
      khôi phục, giao dịch, khoi phuc`,
  other: `
      giảm giá, khuyến mãi, mã giảm giá, mã khuyến mãi, mã giới thiệu, mã ưu đãi, mã vạch, mã bưu chính,
      mã bưu điện, mã đặt chỗ, mã vận đơn, mã lỗi, mã quà tặng, mã voucher, mã khách hàng, mã sản phẩm,
      mã nguồn, mã vùng, mã dự thưởng, mã nhận hàng, mã thẻ, mã số thuế, mã cổ phiếu, ma khach hang,
      ma cua, mã cửa, ma cong, mã cổng`,
  reference: `
      đơn hàng, mã đơn hàng, mã giao dịch, số tham chiếu, vận đơn, hóa đơn, mã hồ sơ, hợp đồng,
      mã đặt vé, mã tra cứu, số gd, ma gd, mã hợp đồng, mã kh, kiện hàng, bien so`,
  account: "tài khoản, tk, số tài khoản, stk, số tk, mã kh",
  card: "thẻ tín dụng, số thẻ, thẻ ghi nợ, the ghi no",
  phone: "gọi, tổng đài, hotline, liên hệ, lh, soạn, gửi, gui, dtdd, nhắn tin",
  mobile: "điện thoại, sđt, sdt, số điện thoại",
  amount: "số tiền, số dư, sd, tiền, giá, thanh toán, chuyển, nhận, nạp, phí, tối đa, tới, đến, chỉ",
  balance: "số dư, sd",
  date: "ngày, lúc, từ, năm, đến ngày, tháng",
  currency: "đồng, vnd, nghìn, triệu, điểm, vnđ, dong",
  promo: `
      khuyến mãi, km, giảm, miễn phí, tặng, trúng, quà, ưu đãi, mua, cơ hội, qc, vay, ưu đãi*, gói,
      data`,
  warn: `
      chia sẻ, cung cấp, tiết lộ, tuyệt đối, không cung cấp, không chia sẻ, bất kỳ ai, cho ai, lừa đảo,
      bất cứ ai, đừng chia sẻ, đừng tiết lộ, đừng cung cấp, đừng`,
  negation: "không cần",
  copula: "là, của bạn, của quý khách, cua quy khach, cho, bạn, sau, của, quý khách",
  enter: "nhập, sử dụng, dùng, nhap, vui lòng nhập, su dung, dung ma, điền",
  expiry: "hiệu lực, hết hạn, có hiệu lực, trong vòng, trong, có giá trị, hạn",
  old: "mã cũ",
  fresh: "mới",
  second: "giây, giay",
  minute: "phút, phut",
  hour: "giờ, gio",
  day: "ngày",
};
