import type { Problem } from "../problem.ts";

/** The server's own word on why a call failed, or null where the connection was lost before it had one. */
export function problemOfFailure(error: unknown): Problem | null {
  const data = typeof error === "object" && error !== null && "data" in error ? error.data : null;
  if (typeof data !== "object" || data === null) return null;
  if ("problem" in data && isProblem(data.problem)) return data.problem;
  const status = "httpStatus" in data ? data.httpStatus : undefined;
  const message = error instanceof Error ? error.message : "The server failed.";
  return { code: typeof status === "number" && status < 500 ? "invalid_input" : "unavailable", message };
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === "object" &&
    value !== null &&
    "code" in value &&
    "message" in value &&
    typeof value.code === "string" &&
    typeof value.message === "string"
  );
}

/** What the server says by its own close codes: that the key is not, or no longer, good, or the client's version. */
export function problemOfCloseCode(code: number | undefined): Problem | null {
  if (code === 4426)
    return {
      code: "outdated",
      message: "This client and the server are too far apart in version. Update the older one.",
    };
  if (code !== 4401 && code !== 4403) return null;
  return {
    code: "not_signed_in",
    message: "The server does not accept the key: it is unknown or was revoked.",
  };
}
