import type { Problem } from "@agentpass/shared/problem";
import type { ZodError } from "zod";
import { issueWords } from "./issue-words.ts";

/** Of a long list, in which every entry may be wrong, nobody reads more. */
const MOST_FAULTS = 10;

/** Turns what is wrong with an input into one problem that names each field, its value where it is short, and its mend. */
export function problemOfInput(error: ZodError, input: unknown): Problem {
  const lines = error.issues.slice(0, MOST_FAULTS).map((issue) => {
    const field = issue.path.join(".");
    const words = issueWords(issue, valueAt(input, issue.path));
    if (field) return `${field}: ${words}`;
    return issue.code === "unrecognized_keys" || issue.code === "custom" ? words : `The input ${words}`;
  });
  const left = error.issues.length - lines.length;
  if (left > 0) lines.push(`and ${left} more`);
  const field = error.issues.find((issue) => issue.path.length > 0)?.path.join(".");
  const suggestion = suggestionOf(error);
  return {
    code: "invalid_input",
    message: lines.join("; "),
    ...(field === undefined ? {} : { field }),
    ...(suggestion === null ? {} : { suggestion }),
  };
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function suggestionOf(error: ZodError): Record<string, unknown> | null {
  for (const issue of error.issues) {
    const field = issue.path[0];
    if (issue.code !== "custom" || typeof field !== "string") continue;
    const suggestion: unknown = issue.params?.["suggestion"];
    if (suggestion !== undefined) return { [field]: suggestion };
  }
  return null;
}
