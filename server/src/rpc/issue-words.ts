import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** How the library's own messages begin; a schema's own words are used as they are. */
const NOT_OURS = /^(Invalid |Too (small|big): |Unrecognized key)|^Invalid input$/;
const LONGEST_VALUE = 30;

/** What is wrong with a value and what would be right, to be read behind the field's name: `must be at most 50; it is 99`. */
export function issueWords(issue: Issue, value: unknown): string {
  if (!NOT_OURS.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return mustBe(nounOf(issue.expected), value);
    case "invalid_value":
      return mustBe(oneOf(issue.values), value);
    case "invalid_union":
      return mustBe(unionWords(issue), value);
    case "too_small":
      return bound(issue.origin, value, {
        word: issue.inclusive === false ? "more than" : "at least",
        at: issue.minimum,
      });
    case "too_big":
      return bound(issue.origin, value, {
        word: issue.inclusive === false ? "less than" : "at most",
        at: issue.maximum,
      });
    case "invalid_format":
      return mustBe(formats[issue.format] ?? `of the form ${issue.pattern ?? issue.format}`, value);
    case "not_multiple_of":
      return mustBe(`a multiple of ${issue.divisor}`, value);
    case "unrecognized_keys":
      return `there is no field ${oneOf(issue.keys)} here; leave it out`;
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return mustBe("another value", value);
  }
}

const nouns: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  null: "null",
};
const nounOf = (expected: string): string => nouns[expected] ?? `of the type ${expected}`;

const formats: Record<string, string> = {
  uuid: "an id, as lists and the feed tell it",
  datetime: 'a time with its zone, e.g. "2026-11-22T18:00:00Z"',
  date: 'a day, e.g. "2026-11-22"',
};

function mustBe(what: string, value: unknown): string {
  return value === undefined ? `is missing; it must be ${what}` : `must be ${what}, not ${shown(value)}`;
}

function bound(origin: string, value: unknown, { word, at }: { word: string; at: number | bigint }): string {
  const limit = `${word} ${at}`;
  if (typeof value === "string") {
    if (value === "") return "must not be empty";
    return `must have ${limit} characters; it has ${value.length}`;
  }
  if (Array.isArray(value)) return `must hold ${limit} entries; it holds ${value.length}`;
  return value === undefined ? `must be ${limit} (${origin})` : `must be ${limit}; it is ${shown(value)}`;
}

/** What the alternatives ask for; of those that say more than a type, the first. */
function unionWords(issue: Extract<Issue, { code: "invalid_union" }>): string {
  if ("options" in issue && issue.options) return oneOf(issue.options);
  const asked = issue.errors.flatMap(([first]) => {
    if (first === undefined || first.path.length > 0) return [];
    if (first.code === "invalid_type") return nounOf(first.expected);
    return first.code === "invalid_value" ? oneOf(first.values) : [];
  });
  return [...new Set(asked)].join(" or ") || "another value";
}

const oneOf = (values: readonly unknown[]): string => values.map((value) => shown(value)).join(" or ");

/** A value as the caller knows it again; never a key, nor a text that is long enough to be one. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value !== "string") return String(value);
  return value.length > LONGEST_VALUE ? `a text of ${value.length} characters` : JSON.stringify(value);
}
