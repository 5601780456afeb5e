import type { TestMessage } from "./message.ts";

export const loMessages: readonly TestMessage[] = [
  { body: "ລະຫັດຢືນຢັນ Lumo ຂອງທ່ານແມ່ນ 660326", code: "660326", service: "Lumo" },
  { body: "ລະຫັດ OTP: 4479 ໃຊ້ໄດ້ພາຍໃນ 5 ນາທີ ຢ່າບອກຜູ້ອື່ນ", code: "4479", expires: 300 },
  { body: "ໃສ່ 701611 ເພື່ອຢືນຢັນເບີໂທຂອງທ່ານ", code: "701611", class: "plain" },
  { body: "ໝາຍເລກຢືນຢັນ Pixo: 70418", code: "70418", class: "plain" },
];
