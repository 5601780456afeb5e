import { problemCodes, type ProblemCode } from "@agentpass/shared/problem";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { exitCodeOf } from "../cli/exit-code.ts";
import { trpcCodes } from "../rpc/trpc.ts";
import { markdownTable } from "./markdown-table.ts";

const meanings: Record<ProblemCode, string> = {
  invalid_input: "the input is not what the procedure takes",
  not_signed_in: "no key, or one that is unknown, revoked or expired",
  not_allowed: "the key may not do this",
  not_found: "there is no such thing, or none that this key may see",
  limit_reached: "a limit of the agent or the team",
  pool_exhausted: "no number is free",
  conflict: "it cannot be done as things stand",
  too_many_requests: "slower",
  outdated: "client and server are too far apart in version; the message says which to update",
  unavailable: "the server or something behind it is away; try again",
};

/** Every kind of expected failure, and how it looks over tRPC, over HTTP and to a shell. */
export function problemTable(): string {
  return markdownTable(
    ["problem", "tRPC", "HTTP", "exit code", "meaning"],
    problemCodes.map((code) => [
      `\`${code}\``,
      trpcCodes[code],
      String(getHTTPStatusCodeFromError(new TRPCError({ code: trpcCodes[code] }))),
      String(exitCodeOf(code)),
      meanings[code],
    ]),
  );
}
