import { fail, ProblemError, type Problem, type ProblemCode } from "@agentpass/shared/problem";
import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError, type ZodType } from "zod";
import { countCall, type CallKind } from "../actions/count-call.ts";
import { isPermitted, type AdminViewer, type Permission } from "../domain/access.ts";
import { refusedCall } from "../domain/refusal.ts";
import type { Context } from "./context.ts";
import { problemOfInput } from "./input-problem.ts";

/** tRPC's word for each expected failure. */
export const trpcCodes = {
  invalid_input: "BAD_REQUEST",
  not_signed_in: "UNAUTHORIZED",
  not_allowed: "FORBIDDEN",
  not_found: "NOT_FOUND",
  limit_reached: "PRECONDITION_FAILED",
  pool_exhausted: "PRECONDITION_FAILED",
  conflict: "CONFLICT",
  too_many_requests: "TOO_MANY_REQUESTS",
  outdated: "PRECONDITION_FAILED",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<ProblemCode, TRPCError["code"]>;

/** Null for a bug. `input`: what was sent, as far as it is known. */
function problemOf(error: TRPCError, input?: unknown): Problem | null {
  if (error.cause instanceof ProblemError) return error.cause.problem;
  // An answer that does not fit its own schema is nobody's input.
  if (error.code === "BAD_REQUEST" && error.cause instanceof ZodError)
    return problemOfInput(error.cause, input);
  return null;
}

/** What the API reference says of a procedure besides its schemas. */
export interface ProcedureMeta {
  permission: Permission;
  /** One sentence: what it does. */
  summary?: string;
  /** How a call of it counts; left out: as a call. */
  counts?: CallKind;
  /** Of a subscription: what it sends. Told in the reference only, since checking every item would cost its way. */
  items?: ZodType;
}

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    /** Every expected failure reaches the client as `data.problem`; a bug reaches it without its text. */
    errorFormatter({ shape, error, input }) {
      const problem = problemOf(error, input);
      const message =
        problem?.message ??
        (error.code === "INTERNAL_SERVER_ERROR" ? "The server failed; its log says why." : shape.message);
      return { ...shape, message, data: { ...shape.data, problem } };
    },
  });

const problems = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof ProblemError) {
    throw new TRPCError({ code: trpcCodes[result.error.cause.problem.code], cause: result.error.cause });
  }
  return result;
});

/** What was not permitted goes on the team's record, where it is known who asked; nobody waits for that. */
const refusals = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  const problem = result.ok ? null : problemOf(result.error);
  // A key that was refused is on record by signing in.
  if (problem !== null && problem.code !== "not_signed_in")
    void ctx.signedIn().then(
      (viewer) => {
        const refusal = refusedCall(viewer, path, problem);
        if (refusal) ctx.store.refusals.note(refusal);
      },
      () => {},
    );
  return result;
});

/** A WebSocket's calls share it fairly. A subscription has limits of its own. */
const inTurn = t.middleware(({ ctx, type, next }) =>
  type === "subscription" || ctx.connection === null ? next() : ctx.connection.inTurn(next),
);

export const router = t.router;
const procedure = t.procedure.use(problems).use(refusals).use(inTurn);

/**
 * Those without a valid key may call so often, and be wrong so often, for each address (T8). A key is looked at only
 * when the allowance is used up; who has a valid one is never refused.
 */
const limitedByAddress = t.middleware(async ({ ctx, next }) => {
  const { publicCalls } = ctx.feed;
  const address = ctx.address ?? "";
  const isSignedIn = (): Promise<boolean> =>
    ctx.signedIn().then(
      () => true,
      () => false,
    );
  if (!publicCalls.call(address) && !(await isSignedIn())) return failTooMany();
  const result = await next();
  const code = result.ok ? null : problemOf(result.error)?.code;
  const isWrong = code === "not_found" || code === "invalid_input";
  if (isWrong && !publicCalls.bad(address) && !(await isSignedIn())) return failTooMany();
  return result;
});

function failTooMany(): never {
  fail("too_many_requests", "Too many calls from this address; try again in 20 s.");
}

/** For anybody, signed in or not: pairing and invitations. */
export const publicProcedure = procedure.meta({ permission: "anyone" }).use(limitedByAddress);

/** For any key. */
export const keyProcedure = procedure.meta({ permission: "key" }).use(async ({ ctx, meta, next }) => {
  const viewer = await ctx.signedIn();
  await countCall(ctx.store, viewer, meta?.counts ?? "call");
  return next({ ctx: { viewer } });
});

/** For an agent's key only. */
export const agentProcedure = keyProcedure.meta({ permission: "agent" }).use(({ ctx, next }) => {
  const { viewer } = ctx;
  if (viewer.kind !== "agent")
    return fail(
      "not_allowed",
      "This needs an agent's key; the key given is a person's. Make one with: pnpm agentpass key create --kind agent --name NAME",
    );
  return next({ ctx: { viewer } });
});

/** For people: an admin's key or a device. */
export const personProcedure = keyProcedure.meta({ permission: "person" }).use(({ ctx, next }) => {
  const { viewer } = ctx;
  if (viewer.kind === "agent")
    return fail(
      "not_allowed",
      "This is for people: it needs a device or an admin's key; the key given is an agent's.",
    );
  return next({ ctx: { viewer } });
});

/** For owners and admins. */
export const adminProcedure = personProcedure.meta({ permission: "admin" }).use(({ ctx, next }) => {
  if (!isPermitted(ctx.viewer, "admin"))
    return fail(
      "not_allowed",
      "This needs an admin or the owner of the team; you are a member. Ask an admin.",
    );
  return next({ ctx: { viewer: ctx.viewer as AdminViewer } });
});
