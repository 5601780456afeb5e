import type { Problem } from "@agentpass/shared/problem";

/** What bridges are told by the tray itself, each with its mend. */
export const told = {
  signedOut: {
    code: "not_signed_in",
    message: "AgentPass is not signed in. Open AgentPass and sign in, then repeat the call.",
  },
  paused: {
    code: "unavailable",
    message:
      "A person has paused AgentPass on this computer, so no agent gets numbers or codes now. They resume it in AgentPass; repeat the call after that.",
  },
  unanswered: {
    code: "unavailable",
    message:
      "A person has to let this program use AgentPass first. Answer the question that AgentPass shows on this computer, then repeat the call.",
  },
  tooManyQuestions: {
    code: "too_many_requests",
    message:
      "AgentPass is asking a person about several other programs already. Answer the questions that it shows, then repeat the call.",
  },
  tooManyDenied: {
    code: "not_allowed",
    message:
      "So many programs were denied that AgentPass asks about no further ones. Allow this program in AgentPass under Agents, or restart AgentPass, then repeat the call.",
  },
  tooManyCalls: {
    code: "too_many_requests",
    message: "This bridge has too many calls under way. Repeat the call when others have been answered.",
  },
  tooManyWaits: {
    code: "too_many_requests",
    message: "This bridge has too many waits open. Repeat the call when others have ended.",
  },
  tooManyBridges: {
    code: "too_many_requests",
    message:
      "Too many MCP bridges are connected to AgentPass. Close MCP clients that are not used, then repeat the call.",
  },
  lineTooLong: {
    code: "invalid_input",
    message:
      "AgentPass reads lines of 65536 bytes at most, and ended the connection. Restart this MCP server.",
  },
  noFrame: {
    code: "invalid_input",
    message:
      "AgentPass was sent a line that it cannot read, and ended the connection. Restart this MCP server.",
  },
  resultTooLong: {
    code: "unavailable",
    message: "The answer is longer than AgentPass passes on to a bridge. Ask for less at once.",
  },
} as const satisfies Record<string, Problem>;

/** A person said no, or nothing in time. */
export function deniedProblem(clientName: string, why: "person" | "no_answer"): Problem {
  const reason =
    why === "person"
      ? `A person decided that ${quoted(clientName)} may not use AgentPass.`
      : `Nobody answered the question whether ${quoted(clientName)} may use AgentPass.`;
  return {
    code: "not_allowed",
    message: `${reason} It will not be asked again by itself: allow the program in AgentPass under Agents, or restart AgentPass, then repeat the call.`,
  };
}

export function revokedProblem(name: string): Problem {
  return {
    code: "not_allowed",
    message: `${quoted(name)} was disconnected in AgentPass on this computer. A person can allow it again there under Agents.`,
  };
}

/** It has a key of another account only. */
export function foreignProblem(name: string): Problem {
  return {
    code: "not_allowed",
    message: `${quoted(name)} was let in under another account. AgentPass asks about it when it is next used.`,
  };
}

/** It is cut off here, but not there. */
export function notRemovedProblem(name: string, { code, message }: Problem): Problem {
  return {
    code,
    message: `${quoted(name)} can no longer use AgentPass on this computer, but its agent on the team's server could not be removed: ${message} Remove it in the team view.`,
  };
}

/** The server does not take the agent's key any more. */
export function refusedProblem(name: string): Problem {
  return {
    code: "not_signed_in",
    message: `The team's server no longer lets ${quoted(name)} in: its key was revoked, or an admin removed or paused it. A person can allow it again in AgentPass under Agents, then repeat the call.`,
  };
}

/** The tray runs, but its server does not answer. */
export function serverAwayProblem(url: string, problem: Problem | null): Problem {
  const why = problem === null ? "cannot be reached" : `cannot be used now: ${problem.message}`;
  return {
    code: "unavailable",
    message: `AgentPass is open, but the team's server at ${url} ${why}${/[.!?]$/.test(why) ? "" : "."} Look at AgentPass's window for the state of its connection, then repeat the call.`,
  };
}

function quoted(name: string): string {
  return JSON.stringify(name);
}
