/** MCP clients of this computer, and whether each starts our bridge: what windows and commands show. */
import type { ClientId } from "@agentpass/shared/client-ids";
import type { Problem } from "@agentpass/shared/problem";

export { clientIds, type ClientId } from "@agentpass/shared/client-ids";

/** The clients that can add the bridge themselves when they are opened with a link or a bundle. */
export const installerIds = ["cursor", "vscode", "claude-desktop"] as const satisfies ClientId[];

export type InstallerId = (typeof installerIds)[number];

/** The program that an MCP client starts as the bridge, by absolute paths. */
export interface BridgeCommand {
  command: string;
  args: string[];
  /** What the bridge must know and clients do not pass on, e.g. AGENTPASS_DATA_DIR where the data folder is not the usual one. */
  env: Record<string, string>;
}

export interface ClientView {
  id: ClientId;
  /** What its makers call it, e.g. "Claude Code". */
  name: string;
  /**
   * `absent`: no trace of the program was found here. `changed`: it has an entry of ours that starts another command
   * than ours does now, e.g. of an older checkout; Connect mends it. `unreadable`: `problem` says why.
   */
  state: "absent" | "not_connected" | "connected" | "changed" | "unreadable";
  /** The configuration file that holds the entry, or would; absolute. */
  configFile: string;
  problem: Problem | null;
}

export interface ConnectOutcome {
  client: ClientView;
  /** A copy of the configuration as it was; null where there was none, or the client's own command changed it. */
  backup: string | null;
  /** What the person does next, a sentence: e.g. restart the client. */
  next: string;
}

/** One question that Verify asks of the command as the client is configured, in order; it stops at the first that fails. */
export interface VerifyCheck {
  /** A short phrase, e.g. "The command starts". */
  name: string;
  ok: boolean;
  /** What was found, and the mend where it failed. */
  detail: string;
}

export interface VerifyOutcome {
  client: ClientView;
  checks: VerifyCheck[];
}

/** What Connect would write. */
export interface ConnectPreview {
  client: ClientView;
  /** The first line that would change, from 1. */
  line: number;
  /** The lines as they would stand there. */
  lines: string[];
}
