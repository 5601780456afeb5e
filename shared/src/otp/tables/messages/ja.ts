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
  {
    body: "Pixo アカウントのセキュリティ コードとして 605661 を使用してください",
    code: "605661",
    class: "plain",
  },
  {
    body: "Pixoのコードは次の通りです：605662。コードを誰とも共有しないでください。",
    code: "605662",
    class: "plain",
  },
  { body: "[Lumo] 605663 がワンタイムパスワードです", code: "605663", class: "plain" },
  {
    body: "【ノルビク銀行】カード利用 12,500円 5/12 10:33 ルーモ。お心当たりのない場合 0120-123-456",
    code: null,
    class: "bank alert",
  },
  {
    body: "【ルーモ】会員様限定!最大5000ポイント還元 https://lumo.jp/c/44712",
    code: null,
    class: "promotion",
  },
  { body: "電話番号を確認するには701681を入力してください", code: "701681", class: "plain" },
  { body: "お客様のコード：701682", code: "701682", class: "plain" },
  {
    body: "【ノルビク】お振込みの認証番号は「801161」です。金額50,000円。絶対に他人に教えないでください。",
    code: "801161",
    class: "plain",
  },
  {
    body: "ルーモ：ログイン用のワンタイムパスワードは 801162 です。3分間有効",
    code: "801162",
    class: "plain",
  },
  {
    body: "【ノルビク】5/12 10:33 デビット利用 1,250円 ルーモ 承認番号441203",
    code: null,
    class: "bank alert",
  },
  { body: "5000ポイントプレゼント！コード LUMO50 を入力", code: null, class: "promotion" },
  { body: "Pixo：ログイン用の番号は5093です", code: "5093", class: "plain" },
  { body: "玄関のコードは7718です", code: null, class: "looks like a code but is none" },
  { body: "Pixoログイン番号 70418", code: "70418", class: "plain" },
];
