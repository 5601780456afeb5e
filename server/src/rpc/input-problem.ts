import type { Problem } from "@agentpass/shared/problem";
import type { ZodError } from "zod";

/** Turns zod's issues into one problem that names each field and its mend; values never appear but where an issue's own text shows one. */
export function problemOfInput(error: ZodError): Problem {
  const lines = error.issues.map((issue) => {
    const field = issue.path.join(".");
    return field ? `${field}: ${issue.message}` : issue.message;
  });
  const field = error.issues.find((issue) => issue.path.length > 0)?.path.join(".");
  const suggestion = suggestionOf(error);
  return {
    code: "invalid_input",
    message: lines.join("; "),
    ...(field === undefined ? {} : { field }),
    ...(suggestion === null ? {} : { suggestion }),
  };
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
