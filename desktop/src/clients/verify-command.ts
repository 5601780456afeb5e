import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { DEFAULT_INHERITED_ENV_VARS, StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import packageFile from "../../package.json" with { type: "json" };
import schemas from "../bridge/tool-schemas.json" with { type: "json" };
import type { BridgeCommand, VerifyCheck } from "../shared/client-connections.ts";
import type { Computer } from "./client-table.ts";

/** Milliseconds that each kind of check may take. */
const usualLimits = {
  /** The start of a bridge on a busy computer; it answers within 150 ms else. */
  start: 15_000,
  answer: 5000,
  /** As long as a person needs to allow a program that AgentPass has not met. */
  backend: 70_000,
};

/** The SDK ends a program in three steps, 2 s apart. */
const KILL_MS = 6000;

const SAMPLE = { text: "482913 is your AgentPass verification code.", code: "482913" };

export interface VerifyOptions {
  computer: Computer;
  /** What the client calls itself, so that AgentPass takes the bridge for one of that client's. */
  clientName: string;
  /** Told of each check as it ends. */
  onCheck?: (check: VerifyCheck) => void;
  /** Default: 15 s to start, 5 s for an answer, 70 s to reach AgentPass. */
  limits?: typeof usualLimits;
}

const textContent = z.object({
  isError: z.boolean().optional(),
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
  structuredContent: z.record(z.string(), z.unknown()).optional(),
});

/** A check's answer: what was found, and whether it is as it should be. */
type Finding = Pick<VerifyCheck, "ok" | "detail">;

const good = (detail: string): Finding => ({ ok: true, detail });
const bad = (detail: string): Finding => ({ ok: false, detail });

/**
 * Starts exactly the command that a client is configured with, in the little environment that clients give, and asks it
 * what the client would. Ends the process, whatever happens; gives the checks up to the first that fails.
 */
export async function verifyCommand(bridge: BridgeCommand, options: VerifyOptions): Promise<VerifyCheck[]> {
  const { computer, clientName, onCheck = () => {}, limits = usualLimits } = options;
  const transport = new StdioClientTransport({
    command: bridge.command,
    args: bridge.args,
    env: { ...inheritedEnvironment(computer), ...bridge.env },
    cwd: computer.home,
    stderr: "pipe",
  });
  let said = "";
  transport.stderr?.on("data", (part: Buffer) => (said = (said + part.toString()).slice(-2000)));
  const { promise: ended, resolve: onclose } = Promise.withResolvers<void>();
  const client = Object.assign(new Client({ name: clientName, version: packageFile.version }), { onclose });
  const questions: [name: string, ask: () => Promise<Finding>][] = [
    ["The command starts", () => start(client, { transport, bridge, timeout: limits.start })],
    ["It is AgentPass", () => Promise.resolve(identify(client))],
    ["It has the five tools", () => listTools(client, limits.answer)],
    ["It reads the code in a text", () => extract(client, limits.answer)],
    ["AgentPass can be reached", () => reach(client, limits.backend)],
  ];
  const checks: VerifyCheck[] = [];
  try {
    for (const [name, ask] of questions) {
      const finding = await ask().catch((error: unknown) => bad(explain(error, said)));
      checks.push({ name, ...finding });
      onCheck({ name, ...finding });
      if (!finding.ok) break;
    }
  } finally {
    await client.close();
    // After a failed start the SDK closes by itself, and lets nobody wait for it.
    await Promise.race([ended, pause(KILL_MS, undefined, { ref: false })]);
  }
  return checks;
}

async function start(
  client: Client,
  how: { transport: StdioClientTransport; bridge: BridgeCommand; timeout: number },
): Promise<Finding> {
  await client.connect(how.transport, { timeout: how.timeout });
  return good(`${how.bridge.command} started and speaks MCP.`);
}

function identify(client: Client): Finding {
  const { name = "nothing", version = "" } = client.getServerVersion() ?? {};
  if (name !== "agentpass-sms")
    return bad(`It calls itself ${JSON.stringify(name)}. Connect again, so that the entry starts AgentPass.`);
  if (version !== packageFile.version)
    return bad(
      `It is version ${version}, and this is ${packageFile.version}. Connect again, so that both are one version.`,
    );
  return good(`${name} ${version}`);
}

async function listTools(client: Client, timeout: number): Promise<Finding> {
  const { tools } = await client.listTools(undefined, { timeout });
  const wrong = Object.entries(schemas).filter(([name, { inputSchema, outputSchema }]) => {
    const found = tools.find((tool) => tool.name === name);
    return !isDeepStrictEqual([found?.inputSchema, found?.outputSchema], [inputSchema, outputSchema]);
  });
  if (wrong.length > 0)
    return bad(
      `${wrong.map(([name]) => name).join(", ")}: missing, or of another version. Connect again, so that the entry starts this version.`,
    );
  return good(tools.map(({ name }) => name).join(", "));
}

async function extract(client: Client, timeout: number): Promise<Finding> {
  const call = { name: "extract_otp_from_sms", arguments: { sms_body: SAMPLE.text } };
  const { structuredContent } = textContent.parse(await client.callTool(call, undefined, { timeout }));
  const code = structuredContent?.["code"];
  return code === SAMPLE.code
    ? good(`${SAMPLE.code}, as it should be`)
    : bad(
        `It read ${JSON.stringify(code)} and not ${SAMPLE.code}. Connect again, so that the entry starts this version.`,
      );
}

/** Lists the newest message: takes nothing and leases nothing. */
async function reach(client: Client, timeout: number): Promise<Finding> {
  const call = { name: "list_sms", arguments: { limit: 1 } };
  const answer = textContent.parse(await client.callTool(call, undefined, { timeout }));
  if (answer.isError !== true) return good("It answers.");
  return bad(
    answer.content
      .map(({ text = "" }) => text)
      .join("\n")
      .replace(/\nCorrected call: .*$/s, ""),
  );
}

/** What a client passes on to its servers: the SDK's list, and nothing else. */
function inheritedEnvironment({ env, home, platform }: Computer): Record<string, string> {
  const known = DEFAULT_INHERITED_ENV_VARS.map((name): [string, string | undefined] => [name, env[name]]);
  // The SDK fills in from this process what is missing here.
  const ownHome: [string, string][] = platform === "win32" ? [["USERPROFILE", home]] : [["HOME", home]];
  return Object.fromEntries(
    [...known, ...ownHome].filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

function explain(error: unknown, said: string): string {
  const reason = error instanceof Error ? error.message : String(error);
  const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
  if (missing)
    return `There is no such program (${reason}). Connect again, so that the entry names the one of now.`;
  const lastWords = said.trim().split("\n").at(-1) ?? "";
  return lastWords === ""
    ? `${reason}. Connect again; then verify again.`
    : `${reason}. It said: ${lastWords}`;
}
