import { existsSync, readFileSync } from "node:fs";
import { ownMessages } from "@agentpass/shared/otp/tables/messages/index";

/** One SMS with its answer, as the corpora and the project's own messages give it. */
export interface Row {
  body: string;
  /** Spaces, hyphens and a leading "G-" removed; null where the message holds no one-time code. */
  expected: string | null;
  lang: string;
  source: string;
  class: string;
  service?: string;
  expires?: number;
}

export interface Corpus {
  name: string;
  rows: Row[];
}

interface RawRow {
  body: string;
  expected: string | null;
  lang?: string;
  source?: string;
  class?: string;
  service?: string;
  expires_s?: number;
}

const DEV = new URL("../../../../shared/otp-corpus/dev.jsonl", import.meta.url);

/** The corpora named on the command line, or the development corpus where it is present; the own messages always. */
export function loadCorpora(paths: readonly string[]): Corpus[] {
  const own: Corpus = { name: "own messages", rows: ownRows() };
  if (paths.length > 0) return [...paths.map((path) => readCorpus(path, path)), own];
  return existsSync(DEV) ? [readCorpus("development corpus", DEV), own] : [own];
}

function ownRows(): Row[] {
  return ownMessages.map(({ body, code, language, class: kind, service, expires }) => {
    const row: Row = { body, expected: code, lang: language, source: "own", class: kind };
    if (service !== undefined) row.service = service;
    if (expires !== undefined) row.expires = expires;
    return row;
  });
}

function readCorpus(name: string, path: string | URL): Corpus {
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  return { name, rows: lines.map((line) => toRow(JSON.parse(line) as RawRow)) };
}

function toRow(raw: RawRow): Row {
  return {
    body: raw.body,
    expected: raw.expected,
    lang: raw.lang ?? "?",
    source: raw.source ?? "?",
    class: raw.class ?? classOf(raw),
    ...(raw.service !== undefined && { service: raw.service }),
    ...(raw.expires_s !== undefined && { expires: raw.expires_s }),
  };
}

/** Where a corpus names no classes: by the form of the code, or by what stands in a message without one. */
function classOf({ body, expected }: RawRow): string {
  if (expected === null) {
    if (!/\p{Nd}{4}/u.test(body)) return "no code, no long number";
    return /otp|code|pin|password|รหัส|验证码/iu.test(body)
      ? "no code, but its words"
      : "no code, long numbers";
  }
  if (/(?:^|\n)@\S+ #/u.test(body)) return "domain-bound";
  if (/^\d+$/u.test(expected))
    return body.includes(expected) ? `${expected.length} digits` : "grouped or other digits";
  return /\d/u.test(expected) ? "letters and digits" : "letters only";
}
