import type { AppState, InboxMessage } from "../../shared/app-state.ts";
import { messageName } from "../message-name.ts";
import { statusText } from "./tray-status.ts";

/** How many codes the menu shows. */
const CODES = 5;

/** What a click on an item asks for. */
export type TrayAction =
  | { do: "copy"; id: string }
  /** Show the question that waits. */
  | { do: "answer" }
  /** Show the window: its pairing while there is something to pair. */
  | { do: "open" }
  | { do: "pause"; paused: boolean }
  | { do: "quit" };

/** Without an action an item is a line of text. */
export type TrayMenuItem = "separator" | { label: string; action?: TrayAction };

export interface MenuInput {
  state: AppState;
  /** The message whose code lies in the clipboard. */
  copiedId: string | null;
  /** A time of day as this person writes it. */
  time: (at: number) => string;
}

/** The tray's menu, which on Linux is the app's main surface. */
export function menuTemplate({ state, copiedId, time }: MenuInput): TrayMenuItem[] {
  const groups: TrayMenuItem[][] = [
    [{ label: statusText(state, time) }, ...pairingItems(state)],
    questionItems(state),
    codeItems(state, { copiedId, time }),
    [...pauseItems(state), { label: "Open AgentPass", action: { do: "open" } }],
    [{ label: "Quit", action: { do: "quit" } }],
  ];
  const items: TrayMenuItem[] = [];
  for (const group of groups.filter(({ length }) => length > 0)) {
    if (items.length > 0) items.push("separator");
    items.push(...group);
  }
  return items;
}

function pairingItems({ pairing, connection }: AppState): TrayMenuItem[] {
  const label = {
    none: connection.state === "signed_out" || connection.state === "refused" ? "Pair this computer…" : null,
    confirm: "Pair this computer: your answer is needed…",
    contacting: "Pairing this computer…",
    waiting: "Pairing: waiting for an admin…",
    failed: "Pairing did not work…",
  }[pairing.step];
  return label === null ? [] : [{ label, action: { do: "open" } }];
}

function questionItems({ openQuestions, inbox }: AppState): TrayMenuItem[] {
  if (openQuestions === 0) return [];
  const held = inbox.messages.find(({ state, agentName }) => state === "held" && agentName !== undefined);
  const label =
    openQuestions > 1
      ? `${openQuestions} requests wait for your answer…`
      : held?.agentName === undefined
        ? "A request waits for your answer…"
        : `${held.agentName} asks for a code from ${messageName(held)}…`;
  return [{ label, action: { do: "answer" } }];
}

function codeItems({ inbox, account }: AppState, shown: Omit<MenuInput, "state">): TrayMenuItem[] {
  if (account === null) return [];
  const codes = inbox.messages.filter(isOfUse).slice(0, CODES);
  if (codes.length > 0) return codes.map((message) => codeItem(message, shown));
  return [{ label: inbox.status === "loading" ? "Loading codes…" : "No codes right now" }];
}

function isOfUse({ code, state }: InboxMessage): boolean {
  return code !== undefined && (state === "available" || state === "claimed" || state === "consumed");
}

function codeItem(message: InboxMessage, { copiedId, time }: Omit<MenuInput, "state">): TrayMenuItem {
  const { id, code, state, expiresAt, simulated } = message;
  const end =
    id === copiedId
      ? "copied"
      : state === "consumed"
        ? "used"
        : expiresAt === undefined
          ? ""
          : `until ${time(expiresAt)}`;
  const parts = [messageName(message), code, end, simulated ? "(simulated)" : ""];
  return { label: parts.filter((part) => part).join("  "), action: { do: "copy", id } };
}

function pauseItems({ account, settings: { paused } }: AppState): TrayMenuItem[] {
  if (account === null) return [];
  return [{ label: paused ? "Resume" : "Pause", action: { do: "pause", paused: !paused } }];
}
