import { clientPrograms } from "../client-programs.ts";
import type { Page, Run } from "../page.ts";
import { mockServer } from "../worlds.ts";

/** Claude Code and Codex as people have them. */
const withPrograms: Run = { env: async ({ env }) => ({ PATH: `${await clientPrograms()}:${env["PATH"]}` }) };
const MCP_ENTRY = "agentpass-sms -- /usr/bin/node /path/to/agentpass-sms/desktop/bin/agentpass-mcp.js";

export const clients: Page = {
  page: "docs/clients.md",
  world: mockServer,
  runs: {
    "pnpm agentpass connect NAME": { given: () => ({ NAME: "zed" }), says: /Zed is connected/ },
    "pnpm agentpass clients": { says: /zed +connected/ },
    "pnpm agentpass connect cursor": { says: /Cursor is connected/ },
    "pnpm agentpass verify cursor": { says: /ok .*AgentPass can be reached/ },
    "pnpm agentpass disconnect cursor": { says: /Cursor/ },
    "connect NAME --print": { given: () => ({ NAME: "goose" }), says: /\+ +agentpass-sms:/ },
    [`claude mcp add --scope user ${MCP_ENTRY}`]: withPrograms,
    "claude mcp list": {
      ...withPrograms,
      typed: "pnpm agentpass connect claude-code && claude mcp list && pnpm agentpass disconnect claude-code",
      says: /✔ ?Connected/,
    },
    "claude mcp remove agentpass-sms": withPrograms,
    "claude mcp add": { ...withPrograms, typed: "claude mcp add --help" },
    "claude --debug": { ...withPrograms, typed: "claude --help", says: /--debug/ },
    "codex mcp remove agentpass-sms": {
      ...withPrograms,
      typed: `codex mcp add ${MCP_ENTRY} && codex mcp remove agentpass-sms`,
    },
    "codex mcp add": { ...withPrograms, typed: "codex mcp add --help" },
    "codex exec": { ...withPrograms, typed: "codex exec --help" },
    "pnpm agentpass verify NAME": { given: () => ({ NAME: "zed" }), says: /ok .*AgentPass can be reached/ },
    [`npx -y @modelcontextprotocol/inspector ${MCP_ENTRY.replace("agentpass-sms -- ", "")}`]: {
      env: () => ({ MCP_AUTO_OPEN_ENABLED: "false" }),
      says: /Inspector Web is up and running/,
      endless: "interrupted",
    },
  },
};
