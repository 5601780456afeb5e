import type { Problem } from "@agentpass/shared/problem";

export interface ServerTried {
  url: string;
  /** Where the key came from. */
  credential: string;
  /** What the server, or our own reading of its files, said; null where it could not be reached. */
  problem: Problem | null;
}

/** Says which server was tried with which key, what went wrong, and the mend. */
export function explainServer({ url: tried, credential, problem }: ServerTried): Problem {
  const url = withoutPassword(tried);
  if (problem?.code === "not_signed_in")
    return {
      code: "not_signed_in",
      message:
        `The AgentPass server at ${url} refused the key from ${credential}: ${problem.message} ` +
        "Make a new one with `pnpm agentpass key create --kind agent --name NAME`, put it there, and restart this MCP server.",
    };
  if (problem && problem.code !== "unavailable") return problem;
  if (problem)
    return {
      code: "unavailable",
      message: `The AgentPass server at ${url} cannot be used now: ${problem.message} Repeat the call in a while.`,
    };
  return {
    code: "unavailable",
    message:
      `The AgentPass server at ${url} cannot be reached. Start it with \`pnpm start\`, or check AGENTPASS_API_URL; ` +
      `inside a container the host's server is at host.docker.internal, not 127.0.0.1, ` +
      `and answers there only if it was started with the same AGENTPASS_API_URL. Then repeat the call.`,
  };
}

/** An address as a model may read it: what a proxy asks for stands before its host. */
export function withoutPassword(url: string): string {
  return url.replace(/^([^/]*\/\/)[^/?#]*@/, "$1");
}
