/**
 * Everything that passes between main and the windows. A call that main does not handle, or a window that asks for what
 * is not here, does not compile; main checks every input and every sender again when it runs.
 */
import { approvalPolicy } from "@agentpass/shared/agent-admin-api";
import type { Problem } from "@agentpass/shared/problem";
import { z } from "zod";
import type { AppState } from "./app-state.ts";
import {
  clientIds,
  installerIds,
  type ClientId,
  type ClientView,
  type ConnectOutcome,
  type VerifyCheck,
  type VerifyOutcome,
} from "./client-connections.ts";
import { questionAnswer, type QuestionView } from "./question.ts";
import { settingsChange } from "./settings.ts";
import { teamCallInput } from "./team-calls.ts";

const messageId = z.strictObject({ id: z.string().min(1).max(64) });
const localAgentId = z.strictObject({ id: z.string().min(1).max(64) });
const clientId = z.strictObject({ id: z.enum(clientIds) });
const nothing = z.undefined();

/** The latency receipt of one code, epoch milliseconds; null: not yet. */
export interface ReceiptView {
  receivedAt: number;
  storedAt: number;
  matchedAt: number | null;
  pushedAt: number | null;
  /** When this app had it. */
  shownAt: number | null;
  takenAt: number | null;
}

/** What the main window may ask of main. */
export const mainWindowCalls = {
  "state.get": nothing,
  "connection.retry": nothing,
  /** `server`: an address, or an invitation's link. */
  "pairing.begin": z.strictObject({ server: z.string().min(1).max(2_000) }),
  "pairing.confirm": nothing,
  "pairing.cancel": nothing,
  "account.signOut": nothing,
  "inbox.copy": messageId,
  "inbox.markUsed": messageId,
  "inbox.receipt": messageId,
  "inbox.older": nothing,
  "questions.show": nothing,
  "settings.change": settingsChange,
  "localAgents.rename": localAgentId.extend({ name: z.string().min(1).max(100) }),
  "localAgents.remove": localAgentId,
  /** One that was removed here or that the server refuses, with a new agent on the server. */
  "localAgents.allowAgain": localAgentId.extend({ policy: approvalPolicy }),
  /** A program that was denied; its next call works. */
  "localAgents.allowDenied": z.strictObject({
    clientName: z.string().min(1).max(200),
    name: z.string().trim().min(1).max(100),
    policy: approvalPolicy,
  }),
  "clients.list": nothing,
  /** Writes our entry into the client's configuration, or mends it. */
  "clients.connect": clientId,
  /** Tells of each check as it ends, by the event `clientCheck`. */
  "clients.verify": clientId,
  "clients.disconnect": clientId,
  /** Opens the client with its own link or bundle; it asks the person, and adds the bridge itself. */
  "clients.openInstaller": z.strictObject({ id: z.enum(installerIds) }),
  "team.call": teamCallInput,
  /** A page of the server or of the project, in the person's browser. */
  "app.openPage": z.strictObject({ page: z.enum(["server", "pairing", "help"]) }),
} satisfies Record<string, z.ZodType>;

/** What the window that asks may ask of main. */
export const questionWindowCalls = {
  "question.get": nothing,
  "question.answer": questionAnswer,
} satisfies Record<string, z.ZodType>;

/** What main gives for each call. */
export interface CallOutputs {
  "state.get": AppState;
  "connection.retry": void;
  "pairing.begin": void;
  "pairing.confirm": void;
  "pairing.cancel": void;
  "account.signOut": void;
  /** Seconds until the clipboard is cleared. */
  "inbox.copy": { clearsAfterSeconds: number };
  "inbox.markUsed": void;
  "inbox.receipt": ReceiptView;
  "inbox.older": void;
  "questions.show": void;
  "settings.change": void;
  "localAgents.rename": void;
  "localAgents.remove": void;
  "localAgents.allowAgain": void;
  "localAgents.allowDenied": void;
  "clients.list": ClientView[];
  "clients.connect": ConnectOutcome;
  "clients.verify": VerifyOutcome;
  "clients.disconnect": ClientView;
  "clients.openInstaller": void;
  "team.call": unknown;
  "app.openPage": void;
  "question.get": QuestionView;
  "question.answer": void;
}

type Schemas = typeof mainWindowCalls & typeof questionWindowCalls;
export type CallName = keyof Schemas;
export type MainWindowCall = keyof typeof mainWindowCalls;
export type CallInput<C extends CallName> = z.input<Schemas[C]>;
export type CheckedInput<C extends CallName> = z.output<Schemas[C]>;

/** An expected failure is a value, since an error loses what it carries on its way over IPC. */
export type CallResult<C extends CallName> =
  | { ok: true; value: CallOutputs[C] }
  | { ok: false; problem: Problem };

/** What main tells the windows. */
export interface WindowEvents {
  /** To the main window: everything that it shows. */
  state: AppState;
  /** To the main window: go there. */
  navigate: { view: WindowView; messageId?: string };
  /** To the main window: one check of a Verify that is under way has ended. */
  clientCheck: { id: ClientId; check: VerifyCheck };
  /** To the window that asks: the question is another one, or none any more. */
  question: QuestionView;
}

export type WindowView = "inbox" | "agents" | "team" | "settings";

/** What the preload script puts on `window.agentpass`, and nothing else. */
export interface AgentPassBridge {
  call<C extends CallName>(name: C, input: CallInput<C>): Promise<CallResult<C>>;
  /** Gives what ends the listening. */
  on<E extends keyof WindowEvents>(event: E, listener: (value: WindowEvents[E]) => void): () => void;
}
