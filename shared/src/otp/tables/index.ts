import { en } from "./languages/en.ts";
import { ar } from "./languages/ar.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es.ts";
import { fa } from "./languages/fa.ts";
import { fr } from "./languages/fr.ts";
import { hi } from "./languages/hi.ts";
import { id } from "./languages/id.ts";
import { it } from "./languages/it.ts";
import { ja } from "./languages/ja.ts";
import { ko } from "./languages/ko.ts";
import { nl } from "./languages/nl.ts";
import { pl } from "./languages/pl.ts";
import { pt } from "./languages/pt.ts";
import { ru } from "./languages/ru.ts";
import { th } from "./languages/th.ts";
import { tr } from "./languages/tr.ts";
import { uk } from "./languages/uk.ts";
import { vi } from "./languages/vi.ts";
import { zh } from "./languages/zh.ts";
import { zhHant } from "./languages/zh-Hant.ts";
import type { Language } from "./language.ts";

/** Every language that the extractor reads. A new one is a file in `languages/` and a line here. */
export const languages: readonly Language[] = [
  en,
  ar,
  de,
  es,
  fa,
  fr,
  hi,
  id,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ru,
  th,
  tr,
  uk,
  vi,
  zh,
  zhHant,
];
