import {
  agentEntry,
  agentRecord,
  createAgentInput,
  createdAgent,
  oneAgentInput,
  renameAgentInput,
  setAgentLimitsInput,
  setAgentPolicyInput,
} from "@agentpass/shared/agent-admin-api";
import { z } from "zod";
import {
  createAgent,
  listAgents,
  pauseAgent,
  removeAgent,
  renameAgent,
  resumeAgent,
  setAgentLimits,
  setAgentPolicy,
} from "../actions/agents.ts";
import { adminProcedure, personProcedure } from "./trpc.ts";

/** A person's procedure with what the API reference says of it. */
const person = (summary: string) => personProcedure.meta({ permission: "person", summary });

/** What people do with agents: a member with its own, an admin with every agent of the team. */
export const agentAdminProcedures = {
  create: person("Make an agent with its first key, which is shown this once.")
    .input(createAgentInput)
    .output(createdAgent)
    .mutation(({ ctx, input }) => createAgent(ctx.store, ctx.viewer, input)),
  list: person("The agents you may manage, with their limits, their policy and the numbers they hold.")
    .input(z.strictObject({}).optional())
    .output(z.array(agentEntry))
    .query(({ ctx }) => listAgents(ctx.store, ctx.viewer)),
  rename: person("Give an agent another name.")
    .input(renameAgentInput)
    .output(agentRecord)
    .mutation(({ ctx, input }) => renameAgent(ctx.store, ctx.viewer, input)),
  setLimits: adminProcedure
    .meta({
      permission: "admin",
      summary: "Set what an agent may do at most; null is the team's default, 0 is none.",
    })
    .input(setAgentLimitsInput)
    .output(agentRecord)
    .mutation(({ ctx, input }) => setAgentLimits(ctx.store, ctx.viewer, input)),
  setPolicy: person(
    "Let an agent have its messages by itself (allow), or be asked about each (ask), or about the first of each number it holds (ask_first).",
  )
    .input(setAgentPolicyInput)
    .output(agentRecord)
    .mutation(({ ctx, input }) => setAgentPolicy(ctx.store, ctx.viewer, input)),
  pause: person("Make an agent's keys work no more until it is resumed; its numbers and waits stay.")
    .input(oneAgentInput)
    .output(agentRecord)
    .mutation(({ ctx, input }) => pauseAgent(ctx.store, ctx.viewer, input)),
  resume: person("Make a paused agent's keys work again.")
    .input(oneAgentInput)
    .output(agentRecord)
    .mutation(({ ctx, input }) => resumeAgent(ctx.store, ctx.viewer, input)),
  remove: person("Revoke an agent's keys and end its leases, for good.")
    .input(oneAgentInput)
    .output(agentRecord)
    .mutation(({ ctx, input }) => removeAgent(ctx.store, ctx.viewer, input)),
};
