import type { ClientConnections } from "../../clients/client-connections.ts";
import type { AppState } from "../../shared/app-state.ts";
import type { WindowEvents } from "../../shared/ipc-contract.ts";
import type { Membership } from "../account/membership.ts";
import type { AgentSocket } from "../agent-socket/start-agent-socket.ts";
import type { Questions } from "../approvals/questions.ts";
import type { ClientInstallers } from "../clients/client-installers.ts";
import type { DeviceConnection } from "../connection/device-connection.ts";
import type { Inbox } from "../inbox/inbox.ts";
import type { Observable } from "../observable.ts";
import type { Pairing } from "../pairing/pairing.ts";
import type { SettingsFile } from "../settings/settings-file.ts";
import { teamCall } from "../team-call.ts";
import type { Handlers } from "./handlers.ts";

export interface HandledServices {
  state: Observable<AppState>;
  connection: DeviceConnection;
  pairing: Pairing;
  membership: Membership;
  inbox: Inbox;
  questions: Questions;
  agentSocket: AgentSocket;
  settings: SettingsFile;
  clients: Pick<ClientConnections, "list" | "connect" | "verify" | "disconnect">;
  installers: ClientInstallers;
  tellClientCheck: (ended: WindowEvents["clientCheck"]) => void;
  showQuestion: () => void;
  openPage: (page: "server" | "pairing" | "help") => Promise<void>;
}

/** What each call of the windows does. */
export function makeHandlers(services: HandledServices): Handlers {
  const { state, connection, pairing, membership, inbox, questions, agentSocket, settings } = services;
  const { clients, installers } = services;
  return {
    "state.get": () => state.value,
    "connection.retry": () => connection.retry(),
    "pairing.begin": ({ server }) => pairing.begin(server),
    "pairing.confirm": () => pairing.confirm(),
    "pairing.cancel": () => pairing.cancel(),
    "account.signOut": () => membership.signOut(),
    "inbox.copy": ({ id }) => inbox.copy(id),
    "inbox.markUsed": ({ id }) => inbox.markUsed(id),
    "inbox.receipt": ({ id }) => inbox.receipt(id),
    "inbox.older": () => inbox.older(),
    "questions.show": () => services.showQuestion(),
    "settings.change": (change) => settings.change(change),
    "localAgents.rename": ({ id, name }) => agentSocket.rename(id, name),
    "localAgents.remove": ({ id }) => agentSocket.revoke(id),
    "localAgents.allowAgain": ({ id, policy }) => agentSocket.allowAgain(id, policy),
    "localAgents.allowDenied": ({ clientName, name, policy }) =>
      agentSocket.allow(clientName, { name, policy }),
    "clients.list": () => clients.list(),
    "clients.connect": ({ id }) => clients.connect(id),
    "clients.verify": ({ id }) => clients.verify(id, (check) => services.tellClientCheck({ id, check })),
    "clients.disconnect": ({ id }) => clients.disconnect(id),
    "clients.openInstaller": ({ id }) => installers.open(id),
    "team.call": (call) => teamCall(connection, call),
    "app.openPage": ({ page }) => services.openPage(page),
    "question.get": () => questions.seen(),
    "question.answer": (answer) => questions.answer(answer),
  };
}
