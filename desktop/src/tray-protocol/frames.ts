/**
 * What bridge and tray say to each other, one JSON object a line. The bridge begins with `hello`; the tray answers
 * `welcome` or `refused`. Fields that one side does not know it ignores, so that the other may be newer.
 */
import { waitAnswer } from "@agentpass/shared/agent-api";
import { problemCodes } from "@agentpass/shared/problem";
import { z } from "zod";

/** A local token is 256 random bits. */
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, "is no token of AgentPass");
const version = z.string().max(64);

const problemFrame = z.object({
  code: z.enum(problemCodes),
  message: z.string(),
  field: z.string().exactOptional(),
  suggestion: z.record(z.string(), z.unknown()).exactOptional(),
  retryAfterMs: z.number().exactOptional(),
});

/** What stays as it is in every version of the protocol, so that each side can say who must update. */
export const spokenVersion = z.object({ protocol: z.int(), version });

export const helloFrame = spokenVersion.extend({
  type: z.literal("hello"),
  /** What the MCP client calls itself. It may claim anything: good for its token's file, and to ask a person about. */
  client: z.string().max(200),
  /** Null until the tray has handed one out. */
  token: token.nullable(),
});
export type Hello = z.infer<typeof helloFrame>;

export const agentMethod = z.enum([
  "getNumber",
  "listMessages",
  "listNumbers",
  "releaseNumber",
  "openWait",
  "settleWait",
  "touchWaits",
]);
export type AgentMethod = z.infer<typeof agentMethod>;

/** Whether this connection hears from now on what changes of the numbers and their messages. */
export const listNumbersCall = z.object({ follow: z.boolean() });

const milliseconds = z.number().min(0).max(86_400_000);

export const callFrame = z.object({
  type: z.literal("call"),
  id: z.int().min(0),
  method: agentMethod,
  input: z.unknown(),
  /** How long the bridge will wait for the server by way of the tray, as in CallLimits. */
  limits: z.object({ reconnectMs: milliseconds, resendMs: milliseconds, totalMs: milliseconds }),
});
export type CallFrame = z.infer<typeof callFrame>;

const heldChange = z.discriminatedUnion("what", [
  z.object({ what: z.literal("numbers") }),
  z.object({ what: z.literal("messages"), numberId: z.string().exactOptional() }),
]);

export const trayFrame = z.discriminatedUnion("type", [
  spokenVersion.extend({ type: z.literal("welcome") }),
  /** The last line: this connection ends. */
  z.object({ type: z.literal("refused"), problem: problemFrame }),
  /** The person allowed this client: what it is to show from now on, and under which name the person knows it. */
  z.object({ type: z.literal("token"), token, agent: z.string() }),
  z.object({ type: z.literal("result"), id: z.int(), result: z.unknown() }),
  z.object({ type: z.literal("failure"), id: z.int(), problem: problemFrame }),
  /** A wait that this connection opened or resumed. */
  z.object({ type: z.literal("wait.changed"), requestId: z.string(), answer: waitAnswer }),
  /** For a connection that follows them: the agent's numbers, or the messages of one (of any, where it names none). */
  z.object({ type: z.literal("held.changed"), change: heldChange }),
  /** Changes of waits may have been missed. */
  z.object({ type: z.literal("missed") }),
]);
export type TrayFrame = z.infer<typeof trayFrame>;
