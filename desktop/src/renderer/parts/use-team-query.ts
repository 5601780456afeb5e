import { createContext, useContext } from "react";
import type { TeamCall, TeamCallInput, TeamCallOutput } from "../../shared/team-calls.ts";
import { callTeam } from "./use-call.ts";
import { useQuery, type Query } from "./use-query.ts";

/** Changes each time the connection is there again or the team has changed: then what was asked of the server is asked again. */
export const ConnectedSince = createContext(0);

/**
 * Something of the server's to be shown: asked for now, when the input changes, when the connection is there again, when the
 * team has changed, and when the person comes back to the window.
 */
export function useTeamQuery<C extends TeamCall>(
  procedure: C,
  input: TeamCallInput<C>,
): Query<TeamCallOutput<C>> {
  const since = useContext(ConnectedSince);
  const asked = JSON.stringify([procedure, input]);
  return useQuery({ asked, ask: () => callTeam(procedure, input), since });
}
