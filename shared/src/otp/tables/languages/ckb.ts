import type { Language } from "../language.ts";

export const ckb: Language = {
  tag: "ckb",
  name: "Central Kurdish",
  strong: "کۆدی دڵنیاکردنەوە, کۆدی پشتڕاستکردنەوە, کۆدی دڵنیابوون, کۆدی چوونەژوورەوە, کۆدی ئاسایش",
  code: "کۆد, کۆدی, کۆدەکەت, وشەی نهێنی",
  act: "دڵنیاکردنەوە, پشتڕاستکردنەوە, چوونەژوورەوە, ئاسایش",
  warn: "بڵاو, کەس",
  copula: "بریتییە لە, تۆ",
  minute: "خولەک*, دەقە",
  hour: "کاتژمێر",
};
