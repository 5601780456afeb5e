/** The server's procedures that the team view may call, each by the device's own key: the server decides what it may. */
import type { AppRouter } from "@agentpass/shared/api";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { z } from "zod";

/** Every procedure with its kind, as tRPC's client asks for it. */
export const teamCalls = {
  "agent.list": "query",
  "agent.pause": "mutation",
  "agent.resume": "mutation",
  "agent.rename": "mutation",
  "agent.remove": "mutation",
  "agent.setPolicy": "mutation",
  "agent.setLimits": "mutation",
  "approval.services": "query",
  "approval.forgetService": "mutation",
  "audit.list": "query",
  "audit.verify": "query",
  "device.list": "query",
  "device.rename": "mutation",
  "device.remove": "mutation",
  "gateway.list": "query",
  "invitation.create": "mutation",
  "invitation.list": "query",
  "invitation.revoke": "mutation",
  "lease.list": "query",
  "lease.end": "mutation",
  "member.list": "query",
  "member.remove": "mutation",
  "member.setRole": "mutation",
  "number.add": "mutation",
  "number.consent": "mutation",
  "number.import": "mutation",
  "number.history": "query",
  "number.lift": "mutation",
  "number.list": "query",
  "number.provision": "mutation",
  "number.quarantine": "mutation",
  "number.release": "mutation",
  "number.resume": "mutation",
  "number.retire": "mutation",
  "number.share": "mutation",
  "number.state": "query",
  "number.suspend": "mutation",
  "pairing.approve": "mutation",
  "pairing.deny": "mutation",
  "pairing.look": "mutation",
  "settings.get": "query",
  "settings.set": "mutation",
  "team.rename": "mutation",
  "team.show": "query",
  "usage.get": "query",
} as const;

export type TeamCall = keyof typeof teamCalls;

type At<Routers, Path> = Path extends `${infer Router}.${infer Procedure}`
  ? Router extends keyof Routers
    ? Procedure extends keyof Routers[Router]
      ? Routers[Router][Procedure]
      : never
    : never
  : never;

export type TeamCallInput<C extends TeamCall> = At<inferRouterInputs<AppRouter>, C>;
export type TeamCallOutput<C extends TeamCall> = At<inferRouterOutputs<AppRouter>, C>;

const names = Object.keys(teamCalls) as [TeamCall, ...TeamCall[]];

/** The server checks the input. */
export const teamCallInput = z.strictObject({ procedure: z.enum(names), input: z.json().optional() });
