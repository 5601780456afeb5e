import { agentSocketPath } from "@agentpass/shared/local-files";
import { nameSchema } from "@agentpass/shared/name";
import { hostname } from "node:os";
import { join } from "node:path";
import { Account } from "./account/account.ts";
import { agentAccount } from "./account/agent-account.ts";
import { followNames } from "./account/follow-names.ts";
import { Membership } from "./account/membership.ts";
import { LocalAgents, storedLocalAgents } from "./agent-socket/local-agents.ts";
import { startAgentSocket, type AgentSocket } from "./agent-socket/start-agent-socket.ts";
import { DecisionLog } from "./approvals/decision-log.ts";
import { Questions } from "./approvals/questions.ts";
import { clockNotice } from "./connection/clock-notice.ts";
import { CursorFile } from "./connection/cursor-file.ts";
import { DeviceConnection } from "./connection/device-connection.ts";
import type { TrayEnvironment } from "./environment.ts";
import { CodeClipboard, type TextClipboard } from "./inbox/code-clipboard.ts";
import { Inbox } from "./inbox/inbox.ts";
import { Notices } from "./notices.ts";
import type { Observable } from "./observable.ts";
import { localMockServer } from "./pairing/local-server.ts";
import { Pairing } from "./pairing/pairing.ts";
import { SelfPairing } from "./pairing/self-pairing.ts";
import { SecretsFile, type Encryption } from "./secrets/secrets-file.ts";
import { SettingsFile } from "./settings/settings-file.ts";
import { teamChanges } from "./team-changes.ts";

export interface ServicesOptions {
  environment: Pick<TrayEnvironment, "dataFolder" | "appFolder">;
  encryption: Encryption | null;
  clipboard: TextClipboard;
  /** A line for the log; never with a code or a key. */
  log: (line: string) => void;
}

/** Makes everything that the app does but show it, and ties it together. Nothing here is Electron's. */
export async function startServices({ environment, encryption, clipboard, log }: ServicesOptions) {
  const { dataFolder, appFolder } = environment;
  const onBug = (error: unknown): void =>
    log(`a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const notices = new Notices();
  const [settings, secrets, decisionLog] = await Promise.all([
    SettingsFile.load(appFolder, notices),
    SecretsFile.open({ appFolder, encryption, notices }),
    DecisionLog.load(join(appFolder, "decisions.json")),
  ]);

  const account = new Account(secrets);
  const membership = new Membership({ account, notices, appFolder });
  const connection = new DeviceConnection({
    account: account.current,
    cursors: new CursorFile(appFolder),
    onHello: ({ mode }) => void account.change({ mode }),
    serverOf: async (current) => {
      const found = current.isLocal ? await localMockServer(dataFolder) : null;
      if (found !== null) await account.change({ server: found });
      return found ?? current.server;
    },
  });
  followNames(account, connection);
  const codeClipboard = new CodeClipboard(clipboard);
  const inbox = new Inbox({
    feed: connection,
    settings: settings.current,
    clipboard: codeClipboard,
    clock: () => connection.now(),
  });
  const questions = new Questions({
    feed: connection,
    account: account.current,
    log: decisionLog,
    now: () => connection.now(),
  });
  forgetOnLeaving(account, inbox);

  const device = { deviceName: nameOfThisComputer(), platform: process.platform };
  const signIn = membership.signIn.bind(membership);
  const pairing = new Pairing({ device, account: account.current, signIn, onBug });
  const selfPairing = new SelfPairing({
    dataFolder,
    device,
    isWanted: () =>
      account.current.value === null && pairing.view.value.step === "none" && !membership.wantedOut,
    signIn,
    onFailed: (reason) => log(`the mock server on this computer did not let this app in: ${reason}`),
  });
  const agentSocket = await startAgentSocket({
    path: agentSocketPath({ dataFolder, platform: process.platform, uid: process.getuid?.() }),
    agents: await LocalAgents.load({
      load: async () => secrets.load("localAgents", storedLocalAgents),
      save: (agents) => secrets.save("localAgents", agents),
    }),
    account: agentAccount(account, connection),
    ask: (contact) => questions.askFirstContact(contact),
    isPaused: () => settings.current.value.paused,
    onBug,
  });

  tell(connection.clockOffsetMs, (offset) => notices.set("clock", clockNotice(offset)));
  tell(decisionLog.problem, (problem) => notices.set("decisions", problem));
  const tellOfSocket = ({ problems }: AgentSocket["state"]): void =>
    notices.set("agents", problems.map(({ message }) => message).join(" ") || null);
  tellOfSocket(agentSocket.state);
  agentSocket.onChange(tellOfSocket);

  connection.start();
  void selfPairing.start();

  return {
    account,
    agentSocket,
    codeClipboard,
    connection,
    inbox,
    membership,
    notices,
    pairing,
    questions,
    settings,
    teamVersion: teamChanges(connection),
    /** Ends every connection, when all that was begun is saved. */
    close: async () => {
      selfPairing.stop();
      pairing.cancel();
      await Promise.all([agentSocket.close(), codeClipboard.clear()]);
      await connection.close();
      await decisionLog.saved();
      if (!secrets.lasts) await membership.leaveAtEnd();
    },
  };
}

function tell<T>(value: Observable<T>, listener: (value: T) => void): void {
  listener(value.value);
  value.onChange(listener);
}

/** One person's messages are not shown to the next. */
function forgetOnLeaving(account: Account, inbox: Inbox): void {
  let keyId = account.current.value?.keyId;
  account.current.onChange((now) => {
    if (now?.keyId === keyId) return;
    keyId = now?.keyId;
    inbox.clear();
  });
}

function nameOfThisComputer(): string {
  const name = nameSchema.safeParse(hostname().slice(0, 100));
  return name.success ? name.data : "a computer";
}
