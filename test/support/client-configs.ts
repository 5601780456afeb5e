import type { ClientId } from "@agentpass/shared/client-ids";

/** Configuration as people have it: other servers with keys of their own, comments where the format has them, settings that we know nothing of. */
export const clientConfigs: Readonly<Record<ClientId, string>> = {
  "claude-code": `{
  "numStartups": 184,
  "tipsHistory": {
    "new-user-warmup": 3,
    "shift-enter": 171
  },
  "oauthAccount": { "accountUuid": "6a1f3c52-0d6e-4c1b-9b5e-2f6f0a7d8e11", "emailAddress": "ann@example.com" },
  "cachedChangelog": "# Changelog\\n\\n## 2.1.0\\n- \\u2014 faster start \\ud83d\\ude80",
  "lastReleaseNotesSeen": 20261101123456789,
  "projects": {
    "/home/ann/work/shop": {
      "allowedTools": [],
      "mcpServers": {
        "agentpass-sms-of-a-project": { "type": "stdio", "command": "node", "args": ["./server.js"] }
      },
      "hasTrustDialogAccepted": true
    }
  },
  "mcpServers": {
    "github": {
      "type": "http",
      "url": "https://api.githubcopilot.com/mcp/",
      "headers": { "Authorization": "Bearer ghp_notARealToken" }
    },
    "postgres": {
      "type": "stdio",
      "command": "npx",
      "args": ["-y", "@modelcontextprotocol/server-postgres", "postgresql://localhost/shop"],
      "env": {}
    }
  },
  "userID": "0f0e1d2c3b4a"
}`,
  codex: `# Codex of Ann
model = "gpt-5-codex"   # the big one
model_reasoning_effort = "high"
approval_policy = "on-request"
notify = [
  "notify-send",   # Linux
  "Codex",
]

[projects."/home/ann/work/shop"]
trust_level = "trusted"

[mcp_servers.context7]
command = "npx"
args = ["-y", "@upstash/context7-mcp"]
startup_timeout_sec = 40

[mcp_servers.context7.env]
CONTEXT7_API_KEY = "ctx7sk-not-a-real-one"

# off for now
# [mcp_servers.playwright]
# command = "npx"

[mcp_servers."with.dot"]
url = "https://example.com/mcp"
bearer_token_env_var = "EXAMPLE_TOKEN"

[profiles.quick]
model = "gpt-5-mini"
instructions = """
Answer in one line.
[mcp_servers.agentpass-sms]
is only text here.
"""

[[tools.rules]]
name = "a"

[tui]
notifications = true
`,
  cursor: `{
  "mcpServers": {
    // ask Bob before changing this one
    "linear": { "url": "https://mcp.linear.app/sse" },
    "figma": {
      "command": "npx",
      "args": ["-y", "figma-developer-mcp", "--stdio"], /* local */
      "env": { "FIGMA_API_KEY": "figd_not-a-real-key" }
    } // the last one
  }
}
`,
  vscode: `{
  // Servers of all my windows
  "inputs": [
    { "type": "promptString", "id": "gh", "description": "GitHub token", "password": true },
  ],
  "servers": {
    "github": {
      "type": "http",
      "url": "https://api.githubcopilot.com/mcp/",
      "headers": { "Authorization": "Bearer \${input:gh}" },
    },
    "playwright": {
      "command": "npx",
      "args": ["@playwright/mcp@latest"],
    },
    // "memory": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-memory"] },
  },
}
`,
  "claude-desktop": `{
  "globalShortcut": "Alt+Space",
  "scale": 0,
  "locale": "de-DE",
  "mcpServers": {
    "filesystem": {
      "command": "npx",
      "args": ["-y", "@modelcontextprotocol/server-filesystem", "/Users/ann/Desktop"]
    }
  },
  "preferences": {
    "menuBarEnabled": false,
    "legacyQuickEntryEnabled": false
  }
}
`,
  windsurf: `{
  "mcpServers": {
    "memory": {
      "command": "npx",
      "args": ["-y", "@modelcontextprotocol/server-memory"],
      "disabled": true,
      "disabledTools": ["delete_entities"]
    },
    "remote": { "serverUrl": "https://example.com/mcp", "headers": { "X-Key": "\${env:KEY}" } }
  }
}
`,
  zed: `// Zed settings
//
// For information on how to configure Zed, see the Zed documentation.
{
  "icon_theme": "Zed (Default)",
  "agent": {
    "default_model": {
      "provider": "zed.dev",
      "model": "claude-sonnet-4",
    },
    "always_allow_tool_actions": false,
  },
  "ui_font_size": 16, // eyes
  "theme": {
    "mode": "system",
    "light": "One Light",
    "dark": "One Dark",
  },
  "lsp": { "rust-analyzer": { "initialization_options": { "check": { "command": "clippy" } } } },
}
`,
  goose: `# Goose, set up by goose configure
GOOSE_PROVIDER: anthropic
GOOSE_MODEL: claude-sonnet-4
GOOSE_MODE: smart_approve  # asks before it writes
extensions:
  # what came with it
  developer:
    bundled: true
    enabled: true
    name: developer
    timeout: 300
    type: builtin
  # mine
  fetch:
    args:
    - mcp-server-fetch
    cmd: uvx
    description: ''
    enabled: true
    env_keys: []
    envs:
      TOKEN: "not a real one: #1"
    name: fetch
    timeout: null
    type: stdio
GOOSE_TELEMETRY_ENABLED: false
notes: |
  extensions:
    agentpass-sms: only text here
`,
};

/** The same file as it may lie on another computer, or after other editors. */
export const fileStates: Readonly<Record<string, (config: string) => string>> = {
  "as it is": (config) => config,
  "CRLF and a byte order mark": (config) => `\uFEFF${config.replaceAll("\n", "\r\n")}`,
  "no line break at its end": (config) => config.trimEnd(),
  "blank lines at its end": (config) => `${config.trimEnd()}\n\n\n`,
  tabs: (config) =>
    config.startsWith("{") || config.startsWith("//")
      ? config.replaceAll(/^( {2})+/gm, (blanks) => "\t".repeat(blanks.length / 2))
      : config,
  empty: () => "",
};
