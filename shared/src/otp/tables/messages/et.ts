import type { TestMessage } from "./message.ts";

export const etMessages: readonly TestMessage[] = [
  { body: "Teie Zentra kinnituskood on 771093.", code: "771093", service: "Zentra" },
  { body: "Turvakood: 4402. Kehtib 5 minutit. Ärge jagage seda kellegagi.", code: "4402", expires: 300 },
  { body: "559130 on sinu sisselogimiskood.", code: "559130" },
  {
    body: "Teie pakk on pakiautomaadis. Uksekood 447102. Info 6123456",
    code: null,
    class: "order or parcel",
  },
  { body: "Kasutage 605941 Pixo konto turvakoodina", code: "605941", class: "plain" },
  { body: "Numbri kinnitamiseks sisestage 701411.", code: "701411", class: "plain" },
  { body: "Tere! Sinu kood on 701412", code: "701412", class: "plain" },
  { body: "Pixo kinnitusnumber: 70418", code: "70418", class: "plain" },
];
