import type { TestMessage } from "./message.ts";

export const hyMessages: readonly TestMessage[] = [
  { body: "Ձեր Zentra հաստատման կոդն է 660319", code: "660319", service: "Zentra" },
  { body: "Անվտանգության կոդ՝ 4472։ Վավեր է 5 րոպե։ Մի փոխանցեք ոչ մեկին։", code: "4472", expires: 300 },
  { body: "903319 ձեր մուտքի կոդն է", code: "903319" },
  { body: "Համարը հաստատելու համար մուտքագրեք 701361 կոդը։", code: "701361", class: "plain" },
  { body: "Pixo հաստատման համարը՝ 70418", code: "70418", class: "plain" },
];
