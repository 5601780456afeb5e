import { renameTeamInput, teamSummary } from "@agentpass/shared/team-api";
import { renameTeam, showTeam } from "../actions/team.ts";
import { noInput } from "./no-input.ts";
import { adminProcedure, personProcedure, router } from "./trpc.ts";

export const teamRouter = router({
  show: personProcedure
    .meta({
      permission: "person",
      summary: "Gives the team's name and mode, and how many members, devices, agents and numbers it has.",
    })
    .input(noInput)
    .output(teamSummary)
    .query(({ ctx }) => showTeam(ctx.store, ctx.viewer)),
  rename: adminProcedure
    .meta({ permission: "admin", summary: "Gives the team another name." })
    .input(renameTeamInput)
    .output(teamSummary)
    .mutation(({ ctx, input }) => renameTeam(ctx.store, ctx.viewer, input)),
});
