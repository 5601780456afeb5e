import type { TestMessage } from "./message.ts";

export const koMessages: readonly TestMessage[] = [
  { body: "[루모] 인증번호는 482918입니다.", code: "482918", service: "루모" },
  { body: "인증번호 [7718]를 입력해 주세요. 3분 이내에 입력하세요.", code: "7718", expires: 180 },
  { body: "[Web발신] 본인확인 인증번호(338107)를 입력하세요", code: "338107" },
  {
    body: "결제금액 12,500원 카드 4471 인증코드: 905519 타인에게 노출하지 마세요",
    code: "905519",
    class: "bank code with amounts",
  },
  { body: "220918은 Lumo 로그인 코드입니다.", code: "220918" },
  {
    body: "주문번호 4471920 상품이 발송되었습니다. 운송장번호 123456789012",
    code: null,
    class: "order or parcel",
  },
  { body: "(광고) 오늘만 30% 할인 쿠폰번호 SALE30 무료수신거부 0801234567", code: null, class: "promotion" },
  { body: "입금 500,000원 잔액 1,820,550원 05/12 10:33 문의 1588-1234", code: null, class: "bank alert" },
  { body: "Pixo 계정 보안 코드로 605671 사용", code: "605671", class: "plain" },
  { body: "[Web발신]\n[루모] 인증번호: 605672\n타인 유출로 인한 피해 주의", code: "605672", class: "plain" },
  {
    body: "[Web발신]\n노빅카드 승인 홍*동 12,500원 일시불 05/12 10:33 루모 누적 182,055원",
    code: null,
    class: "bank alert",
  },
  { body: "(광고)루모 신규가입 5000포인트 지급! 무료거부 080-123-4567", code: null, class: "promotion" },
  { body: "전화번호 확인을 위해 701691을 입력하세요", code: "701691", class: "plain" },
  { body: "안녕하세요. 고객님의 코드는 701692 입니다", code: "701692", class: "plain" },
  {
    body: "[노빅] 이체 50,000원 인증번호 801171 절대 타인에게 알려주지 마세요",
    code: "801171",
    class: "plain",
  },
  { body: "루모 가입 인증번호는 [801172] 입니다.", code: "801172", class: "plain" },
  { body: "(광고) 루모 5000원 쿠폰 도착! 쿠폰코드 LUMO50", code: null, class: "promotion" },
  { body: "공동현관 비밀번호 7718 누르고 올라오세요", code: null, class: "looks like a code but is none" },
];
