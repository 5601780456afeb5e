/** Files in the data folder by which programs of one user on one machine find each other. */
import { createHash } from "node:crypto";
import { z } from "zod";

/** Written by the running server (0644 content without secrets): where it listens and how to run our scripts. */
export const SERVER_FILE = "server.json";
export const serverFile = z.object({
  url: z.string(),
  /** AGENTPASS_API_URL where it is set: the base that webhooks are signed for. */
  publicUrl: z.string().optional(),
  pid: z.int(),
  mode: z.enum(["mock", "twilio", "gateway"]),
  /** Absolute path of a Node that can run the bridge. */
  node: z.string(),
  version: z.string(),
});
export type ServerFile = z.infer<typeof serverFile>;

/** Mock mode's credentials, mode 0600: an agent key, and the account and token that sign simulated webhooks. */
export const MOCK_CREDENTIALS_FILE = "mock-credentials.json";
export const mockCredentialsFile = z.object({
  agentKey: z.string(),
  accountSid: z.string(),
  authToken: z.string(),
});
export type MockCredentials = z.infer<typeof mockCredentialsFile>;

/** The owner's key, mode 0600, one line. */
export const OWNER_KEY_FILE = "owner-key";

/** Heads of the teams' audit chains, one JSON a line, mode 0600; the server only ever appends. */
export const AUDIT_HEADS_FILE = "audit-heads.jsonl";

/** Linux takes 108 bytes, macOS 104, the closing NUL among them. */
const LONGEST_SOCKET_PATH = 100;

export interface AgentSocketPlace {
  dataFolder: string;
  platform: string;
  /** Numeric user id; undefined on Windows. */
  uid: number | undefined;
}

/**
 * Where the tray listens for the bridges of its user. It lies in a folder of its own, which the tray makes 0700. Of the
 * environment nothing counts but the data folder: MCP clients start a bridge with few of the user's variables, so
 * XDG_RUNTIME_DIR and TMPDIR would be one thing for the tray and another for the bridge.
 */
export function agentSocketPath({ dataFolder, platform, uid }: AgentSocketPlace): string {
  if (platform === "win32") return `\\\\.\\pipe\\agentpass-${shortHash(dataFolder.toLowerCase())}`;
  const near = `${dataFolder.replace(/\/+$/, "")}/run/agents.sock`;
  if (Buffer.byteLength(near) <= LONGEST_SOCKET_PATH) return near;
  return `/tmp/agentpass-${uid}-${shortHash(dataFolder)}/agents.sock`;
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 24);
}
