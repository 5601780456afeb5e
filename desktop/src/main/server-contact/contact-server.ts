import { ProblemError, type Problem } from "@agentpass/shared/problem";
import { serverHello, type ServerHello } from "@agentpass/shared/server-api";
import { compareVersions, VERSION } from "@agentpass/shared/version";
import { explainFailure, notAgentPass } from "./explain-failure.ts";
import { serverClient } from "./server-client.ts";

export interface Outdated {
  who: "app" | "server";
  problem: Problem;
}

/** Asks who is there. Rejects with a ProblemError that says why it is no server to work with, and the mend. */
export async function contactServer(server: string): Promise<ServerHello> {
  const answer = await serverClient({ server, key: null })
    .server.hello.query()
    .catch((error: unknown) => {
      throw new ProblemError(explainFailure(error, server));
    });
  const hello = serverHello.safeParse(answer);
  if (!hello.success) throw new ProblemError(notAgentPass(server));
  return hello.data;
}

/** Null where this app and a server of that version work together. */
export function outdated(serverVersion: string): Outdated | null {
  switch (compareVersions(VERSION, serverVersion)) {
    case "compatible":
      return null;
    case "own_too_old":
      return {
        who: "app",
        problem: {
          code: "outdated",
          message: `This app is version ${VERSION}, too old for the server's ${serverVersion}. Update AgentPass on this computer.`,
        },
      };
    case "other_too_old":
      return {
        who: "server",
        problem: {
          code: "outdated",
          message: `The server is version ${serverVersion}, too old for this app's ${VERSION}. Ask whoever runs the server to update it.`,
        },
      };
  }
}

/** The server's clock less this computer's, milliseconds, right to within half of the time the answer took. */
export function clockOffset(
  hello: ServerHello,
  { askedAt, answeredAt }: Record<"askedAt" | "answeredAt", number>,
): number {
  return Math.round(hello.now - (askedAt + answeredAt) / 2);
}
