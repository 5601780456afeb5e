import { createContext, useContext } from "react";
import type { Role } from "./roles.ts";

/** What every section of the team view needs to know. */
export interface TeamContextValue {
  /** Offline nothing can be changed. */
  connected: boolean;
  /** This person's role. */
  role: Role;
  /** Tells, seen and heard, what was done. */
  say: (text: string) => void;
}

export const TeamContext = createContext<TeamContextValue>({
  connected: false,
  role: "member",
  say: () => {},
});

export function useTeam(): TeamContextValue {
  return useContext(TeamContext);
}
