import {
  removedMember,
  removeMemberInput,
  renameMemberInput,
  setRoleInput,
  teamMember,
} from "@agentpass/shared/team-api";
import { z } from "zod";
import { listMembers, renameMember, setRole } from "../actions/members.ts";
import { leaveTeam, removeMember } from "../actions/remove-member.ts";
import { noInput } from "./no-input.ts";
import { adminProcedure, personProcedure, router } from "./trpc.ts";

export const memberRouter = router({
  list: personProcedure
    .meta({ permission: "person", summary: "Lists the people of the team with their roles, oldest first." })
    .input(noInput)
    .output(z.array(teamMember))
    .query(({ ctx }) => listMembers(ctx.store, ctx.viewer)),
  rename: personProcedure
    .meta({ permission: "person", summary: "Gives the caller another name." })
    .input(renameMemberInput)
    .output(z.array(teamMember))
    .mutation(({ ctx, input }) => renameMember(ctx.store, ctx.viewer, input)),
  setRole: adminProcedure
    .meta({ permission: "admin", summary: "Gives a member another role; only owners make or unmake owners." })
    .input(setRoleInput)
    .output(z.array(teamMember))
    .mutation(({ ctx, input }) => setRole(ctx.store, ctx.viewer, input)),
  remove: adminProcedure
    .meta({
      permission: "admin",
      summary: "Takes a member out at once, with its devices, its keys and its agents' keys and leases.",
    })
    .input(removeMemberInput)
    .output(removedMember)
    .mutation(({ ctx, input }) => removeMember(ctx.store, ctx.viewer, input)),
  leave: personProcedure
    .meta({ permission: "person", summary: "Takes the caller out of the team, as `member.remove` does." })
    .input(noInput)
    .output(removedMember)
    .mutation(({ ctx }) => leaveTeam(ctx.store, ctx.viewer)),
});
