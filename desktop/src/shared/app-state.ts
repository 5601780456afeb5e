/** What the windows and the tray menu show: one value, made by main, never changed by a window. Times are epoch milliseconds. */
import type { MessageState, NumberMode } from "@agentpass/shared/agent-api";
import type { Problem } from "@agentpass/shared/problem";
import type { BridgeCommand, InstallerId } from "./client-connections.ts";
import type { Settings } from "./settings.ts";

export interface AppState {
  app: AppView;
  /** Null: signed out. */
  account: AccountView | null;
  connection: ConnectionView;
  /** The server's clock less this computer's, milliseconds: `Date.now()` plus this is the time that all others here are of. */
  clockOffsetMs: number;
  pairing: PairingView;
  inbox: InboxView;
  /** Questions that wait for this person's answer. */
  openQuestions: number;
  /** Counts up when something that the team view shows may be another than before. */
  teamVersion: number;
  decisions: DecisionView[];
  localAgents: LocalAgentView[];
  /** Programs that are not asked about again until they are allowed or the app starts anew. */
  deniedPrograms: DeniedProgramView[];
  settings: Settings;
  /** What a person should know as long as it lasts, e.g. that the keyring is missing. */
  notices: NoticeView[];
}

export interface AppView {
  version: string;
  platform: string;
  /** This user's home folder. */
  home: string;
  /** False where the desktop has no place for tray icons: then the window is the only surface. */
  hasTray: boolean;
  /** The program that an MCP client starts, by absolute paths, e.g. Node and the bridge's file. */
  bridge: BridgeCommand;
  /** The clients that this app can open with what has them add the bridge themselves. */
  installers: readonly InstallerId[];
}

export interface AccountView {
  /** Base URL of the server. */
  server: string;
  team: string;
  memberName: string;
  role: "owner" | "admin" | "member";
  deviceName: string;
  mode: NumberMode;
}

export type ConnectionView =
  | { state: "signed_out" }
  | { state: "connecting" }
  | { state: "connected"; since: number }
  /** `problem` is null where the server does not answer, and nothing more can be said. */
  | { state: "reconnecting"; retryAt: number; offlineSince: number; problem: Problem | null }
  /** The server does not let this device in; the person has to pair it again. */
  | { state: "refused"; problem: Problem }
  | { state: "outdated"; who: "app" | "server"; problem: Problem };

export type PairingView =
  | { step: "none" }
  /** What a link or an invitation asks for; nothing happens before the person has agreed. */
  | { step: "confirm"; server: string; how: "link" | "typed"; replaces: string | null }
  | { step: "contacting"; server: string }
  /** An admin has to approve; `userCode` is shown to be compared. */
  | { step: "waiting"; server: string; userCode: string; url: string; expiresAt: number }
  | { step: "failed"; server: string; problem: Problem };

export interface InboxView {
  status: "loading" | "ready" | "failed";
  /** Why it failed; what was loaded before stays. */
  problem: Problem | null;
  /** Newest first. */
  messages: InboxMessage[];
  hasOlder: boolean;
}

export interface InboxMessage {
  /** The provider's id. */
  id: string;
  /** Sender as received. */
  from: string;
  /** E.164. */
  to: string;
  /** Whose number it was; absent for nobody's. */
  agentId?: string;
  agentName?: string;
  service?: string;
  domain?: string;
  code?: string;
  /** Why a message has no code, in a sentence. */
  whyNoCode?: string;
  /** Absent where settings or the team keep bodies from view. */
  body?: string;
  receivedAt: number;
  /** Until when the code holds; absent without a code. */
  expiresAt?: number;
  state: MessageState;
  simulated: boolean;
}

/** An MCP client on this computer that may use AgentPass. */
export interface LocalAgentView {
  id: string;
  name: string;
  /** Bridges connected at this moment. */
  connections: number;
  createdAt: number;
  lastSeenAt: number | null;
  /** Removed here; it can be allowed again. */
  revoked: boolean;
  /** Why it cannot work, where it cannot. */
  problem: Problem | null;
}

/** A program of this computer that a person said no to, by the name that it gives itself. */
export interface DeniedProgramView {
  clientName: string;
  deniedAt: number;
}

/** One answer that was given here. */
export interface DecisionView {
  at: number;
  agentName: string;
  /** Masked, as in logs; absent for a first contact. */
  phoneNumber?: string;
  service?: string;
  decision: "allow" | "allow_service" | "deny" | "no_answer";
}

export interface NoticeView {
  id: string;
  /** A sentence or two: what is wrong, and the mend. */
  text: string;
}
