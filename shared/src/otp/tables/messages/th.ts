import type { TestMessage } from "./message.ts";

export const thMessages: readonly TestMessage[] = [
  { body: "รหัสยืนยัน Lumo ของคุณคือ 660357", code: "660357", service: "Lumo" },
  { body: "OTP 4509 (Ref: KXQB) ใช้ได้ภายใน 5 นาที ห้ามบอกผู้อื่น", code: "4509", expires: 300 },
  {
    body: "รหัส OTP ของท่านคือ 903357 รหัสอ้างอิง 8812 สำหรับเข้าสู่ระบบ",
    code: "903357",
    class: "reference beside the code",
  },
  {
    body: "OTP=771567 รายการ PIXO จำนวน 1,250.00 บาท บัตร XX-4471",
    code: "771567",
    class: "bank code with amounts",
  },
  { body: "รหัสผ่านครั้งเดียวของคุณคือ ๔๔๘๖๑๒", code: "448612" },
  { body: "พัสดุเลขที่ TH12345678901 จัดส่งแล้ว โทร 1145", code: null, class: "order or parcel" },
  { body: "ลด 50% ใส่โค้ดส่วนลด SALE50 วันนี้เท่านั้น bit.ly/abc123", code: null, class: "promotion" },
  { body: "เงินเข้า 500.00 บ. บ/ช X1234 คงเหลือ 1,820.55 บ. 12/05/68 10:33", code: null, class: "bank alert" },
  { body: "ห้ามบอกรหัส OTP กับผู้อื่น สอบถามโทร 021234567", code: null, class: "warning without code" },
  { body: "ใช้ 605871 เป็นรหัสความปลอดภัยของบัญชี Pixo", code: "605871", class: "plain" },
  { body: "กรุณาใส่ 701601 เพื่อยืนยันเบอร์โทรของคุณ", code: "701601", class: "plain" },
  { body: "สวัสดีค่ะ รหัสของคุณคือ 701602", code: "701602", class: "plain" },
  {
    body: "OTP 801231 สำหรับโอนเงิน 5,000.00 บาท ไปยังบัญชี xxx4471 (Ref.KXQB) ห้ามบอกใคร",
    code: "801231",
    class: "plain",
  },
  { body: "โอนเงิน 5,000.00 บ. ไปบัญชี x4471 สำเร็จ รหัสอ้างอิง 771203441", code: null, class: "bank alert" },
  { body: "รับ 5000 แต้ม ใส่โค้ด LUMO50 ถึง 30 มิ.ย.", code: null, class: "promotion" },
  { body: "รหัสประตู 7718 ชั้น 3", code: null, class: "looks like a code but is none" },
  { body: "หมายเลขยืนยัน Pixo: 7041", code: "7041", class: "plain" },
];
