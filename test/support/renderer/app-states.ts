/** What main may have to show, as a test needs it. */
import type { AppState, InboxMessage } from "../../../desktop/src/shared/app-state.ts";
import { settingsSchema } from "../../../desktop/src/shared/settings.ts";

/** An owner of a mock team, connected, with an empty inbox. */
export function signedIn(more: Partial<AppState> = {}): AppState {
  return {
    app: {
      version: "0.1.0",
      platform: "linux",
      home: "/home/ada",
      hasTray: true,
      bridge: { command: "/usr/bin/node", args: ["/opt/agentpass/bin/agentpass-mcp.js"], env: {} },
      installers: ["cursor", "vscode"],
    },
    account: {
      server: "http://127.0.0.1:3846",
      team: "Development team",
      memberName: "Ada Lovelace",
      role: "owner",
      deviceName: "ada-laptop",
      mode: "mock",
    },
    clockOffsetMs: 0,
    connection: { state: "connected", since: Date.now() - 60_000 },
    pairing: { step: "none" },
    inbox: { status: "ready", problem: null, messages: [], hasOlder: false },
    openQuestions: 0,
    teamVersion: 0,
    decisions: [],
    localAgents: [],
    deniedPrograms: [],
    settings: settingsSchema.parse({}),
    notices: [],
    ...more,
  };
}

/** Nobody yet. */
export function signedOut(pairing: AppState["pairing"] = { step: "none" }): AppState {
  return signedIn({ account: null, connection: { state: "signed_out" }, pairing });
}

/** An inbox with these messages. */
export function withMessages(messages: InboxMessage[], more: Partial<AppState> = {}): AppState {
  return signedIn({ inbox: { status: "ready", problem: null, messages, hasOlder: false }, ...more });
}

let made = 0;

/** A live code of GitHub for Claude, ten minutes long. */
export function message(more: Partial<InboxMessage> = {}): InboxMessage {
  made++;
  const receivedAt = more.receivedAt ?? Date.now() - 30_000;
  return {
    id: `SM${String(made).padStart(32, "0")}`,
    from: "+12025550100",
    to: "+15551234567",
    agentId: "agent-claude",
    agentName: "Claude on my laptop",
    service: "GitHub",
    code: "482913",
    body: "482913 is your GitHub authentication code.\n@github.com #482913",
    expiresAt: receivedAt + 600_000,
    state: "available",
    simulated: false,
    ...more,
    receivedAt,
  };
}

/** One message of every state and kind, newest first. */
export function everyKind(): InboxMessage[] {
  const ago = (minutes: number): number => Date.now() - minutes * 60_000;
  const { code: _, service: __, expiresAt: ___, ...plain } = message({ receivedAt: ago(9) });
  return [
    message({ simulated: true }),
    message({ service: "Bank of Examples", code: "771-204", state: "held", receivedAt: ago(1) }),
    message({ service: "Stripe", code: "190 224", state: "claimed", receivedAt: ago(2) }),
    message({ service: "Slack", code: "GH4-X9K", state: "consumed", agentName: "Codex", receivedAt: ago(4) }),
    message({
      service: "Slack",
      code: "GH3-P2W",
      state: "superseded",
      agentName: "Codex",
      receivedAt: ago(5),
    }),
    message({ service: "Notion", code: "2207", state: "expired", receivedAt: ago(30) }),
    {
      ...plain,
      state: "available",
      whyNoCode: "No number in the text stands near words for a code.",
      body: "Your parcel arrives on 12 May between 10 and 12.",
    },
    {
      ...plain,
      id: "SMblocked",
      from: "32665",
      state: "provider_blocked",
      body: "",
      whyNoCode: "The provider withheld this message (Twilio error 30038).",
      receivedAt: ago(60 * 26),
    },
  ];
}
