import packageFile from "../../package.json" with { type: "json" };

export interface HowItWasStarted {
  /** The program and its script, where the program is not the bridge itself, then the arguments; as `process.argv`. */
  argv: readonly string[];
  /** Whether stdin is a terminal: then no MCP client holds the other end. */
  isTerminal: boolean;
}

/** What is told to a person who started the bridge by hand; null where a client did, to which only MCP is spoken. */
export function wordsForPeople({ argv, isTerminal }: HowItWasStarted): string | null {
  const [program = "", script = "", ...args] = argv;
  if (args.includes("--version")) return `${packageFile.version}\n`;
  if (!isTerminal && !args.includes("--help") && !args.includes("-h")) return null;
  const entry = { command: program, ...(script === program ? {} : { args: [script] }) };
  return `agentpass-mcp ${packageFile.version}: phone numbers and their SMS codes for AI agents, as an MCP server over stdio.

MCP clients start it, most of them by an entry like this in their settings:

  ${JSON.stringify({ mcpServers: { "agentpass-sms": entry } })}

It works through the AgentPass app where that runs for the same user. Without the app:

  AGENTPASS_API_URL   the address of your AgentPass server
  AGENTPASS_API_KEY   an agent's key on it, or AGENTPASS_API_KEY_FILE, a file that holds one

AGENTPASS_DATA_DIR names the app's data folder where it is not the usual one.
--version prints the version, --help this text.
`;
}
