import type { TestMessage } from "./message.ts";

export const jaMessages: readonly TestMessage[] = [
  { body: "【ルーモ】認証コードは482917です。", code: "482917", service: "ルーモ" },
  { body: "確認コード：771 208（有効期限10分）", code: "771208" },
  { body: "5520 があなたのログインコードです。有効期限は10分です。", code: "5520", expires: 600 },
  {
    body: "カード下4桁4471でのお支払い12,500円のワンタイムパスワード：338106",
    code: "338106",
    class: "bank code with amounts",
  },
  { body: "Lumo の確認コード: 905518 。他の人に教えないでください。", code: "905518" },
  { body: "ご注文番号 4471920 を発送しました。伝票番号 123456789012", code: null, class: "order or parcel" },
  { body: "本日限定！クーポンコード SUMMER30 で30%割引", code: null, class: "promotion" },
  {
    body: "口座から50,000円の出金がありました。残高182,055円。お問い合わせ 0120123456",
    code: null,
    class: "bank alert",
  },
  {
    body: "認証コードは絶対に他人に教えないでください。電話 0120-123-456",
    code: null,
    class: "warning without code",
  },
];
