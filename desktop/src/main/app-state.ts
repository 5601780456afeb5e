import type {
  AppState,
  AppView,
  DecisionView,
  LocalAgentView,
  NoticeView,
  PairingView,
} from "../shared/app-state.ts";
import type { Settings } from "../shared/settings.ts";
import type { SignedInAccount } from "./account/account.ts";
import type { AgentSocket, LocalAgentState } from "./agent-socket/start-agent-socket.ts";
import type { DeviceConnection } from "./connection/device-connection.ts";
import type { Inbox } from "./inbox/inbox.ts";
import { Observable } from "./observable.ts";

/** Everything that the state is made of. */
export interface AppStateParts {
  app: Observable<AppView>;
  account: Observable<SignedInAccount | null>;
  connection: Pick<DeviceConnection, "view" | "clockOffsetMs">;
  pairing: { view: Observable<PairingView> };
  inbox: Pick<Inbox, "view">;
  questions: { openCount: Observable<number>; decisions: Observable<DecisionView[]> };
  teamVersion: Observable<number>;
  agentSocket: Pick<AgentSocket, "state" | "onChange">;
  settings: Observable<Settings>;
  notices: Observable<NoticeView[]>;
}

/** The one value that windows and tray show; changes that come together are told of once. */
export function composeAppState(parts: AppStateParts): Observable<AppState> {
  const { connection, questions } = parts;
  const state = new Observable(stateOf(parts));
  let isDue = false;
  const changed = (): void => {
    if (isDue) return;
    isDue = true;
    setImmediate(() => {
      isDue = false;
      state.set(stateOf(parts));
    });
  };
  for (const part of [parts.app, parts.account, parts.settings, parts.notices]) follow(part, changed);
  for (const { view } of [connection, parts.pairing, parts.inbox]) follow(view, changed);
  for (const part of [connection.clockOffsetMs, parts.teamVersion, questions.openCount, questions.decisions])
    follow(part, changed);
  parts.agentSocket.onChange(changed);
  return state;
}

function follow(part: { onChange: (listener: () => void) => unknown }, changed: () => void): void {
  part.onChange(changed);
}

function stateOf(parts: AppStateParts): AppState {
  const { agents, denied } = parts.agentSocket.state;
  return {
    app: parts.app.value,
    account: accountView(parts.account.value),
    connection: parts.connection.view.value,
    clockOffsetMs: parts.connection.clockOffsetMs.value,
    pairing: parts.pairing.view.value,
    inbox: parts.inbox.view.value,
    openQuestions: parts.questions.openCount.value,
    teamVersion: parts.teamVersion.value,
    decisions: parts.questions.decisions.value,
    localAgents: agents.map(agentView),
    deniedPrograms: denied.map(({ clientName, deniedAt }) => ({ clientName, deniedAt })),
    settings: parts.settings.value,
    notices: parts.notices.value,
  };
}

/** Without the key, which never leaves main. */
function accountView(account: SignedInAccount | null): AppState["account"] {
  if (account === null) return null;
  const { server, team, memberName, role, deviceName, mode } = account;
  return { server, team, memberName, role, deviceName, mode };
}

function agentView(agent: LocalAgentState): LocalAgentView {
  const { id, name, connections, createdAt, lastSeenAt, revoked, problem } = agent;
  return { id, name, connections, createdAt, lastSeenAt, revoked, problem };
}
