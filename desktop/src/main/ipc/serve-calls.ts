import { ipcMain, type IpcMainInvokeEvent } from "electron";
import { z } from "zod";
import { ProblemError, type Problem } from "@agentpass/shared/problem";
import { CALL_CHANNEL } from "../../shared/ipc-channels.ts";
import {
  mainWindowCalls,
  questionWindowCalls,
  type CallName,
  type CheckedInput,
} from "../../shared/ipc-contract.ts";
import { APP_ORIGIN } from "../windows/app-protocol.ts";
import type { AppWindows, WindowKind } from "../windows/app-windows.ts";
import type { Handlers } from "./handlers.ts";

const inputSchemas: Record<CallName, z.ZodType<CheckedInput<CallName>>> = {
  ...mainWindowCalls,
  ...questionWindowCalls,
};
const callsOf = { main: mainWindowCalls, question: questionWindowCalls } as const;

export interface CallServing {
  windows: AppWindows;
  handlers: Handlers;
  /** Hears of what a window tried and may not, and of our own bugs. Never of a call's input. */
  onRefused: (line: string) => void;
}

/** Answers the windows' calls: the right window, its main frame, a call that is its own, an input of the right shape. */
export function serveCalls({ windows, handlers, onRefused }: CallServing): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown) => {
    const kind = senderOf(windows, event);
    const call = kind === null ? null : callNamed(kind, name);
    if (call === null) {
      onRefused(
        `a call was refused: ${kind ?? "a stranger"} asked for ${JSON.stringify(name)?.slice(0, 60)}`,
      );
      return refused({ code: "not_allowed", message: "This window may not do that." });
    }
    const parsed = inputSchemas[call].safeParse(input);
    if (!parsed.success)
      return refused({
        code: "invalid_input",
        message: `This is no input for ${call}: ${z.prettifyError(parsed.error)}`,
      });
    try {
      return { ok: true, value: await run(handlers, call, parsed.data) };
    } catch (error) {
      if (error instanceof ProblemError) return refused(error.problem);
      onRefused(`${call} failed: ${error instanceof Error ? error.stack : String(error)}`);
      return refused({ code: "unavailable", message: "AgentPass failed at this; its log says where." });
    }
  });
}

function senderOf(windows: AppWindows, { sender, senderFrame }: IpcMainInvokeEvent): WindowKind | null {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return null;
  return senderFrame.url.startsWith(`${APP_ORIGIN}/`) ? windows.kindOf(sender) : null;
}

function callNamed(kind: WindowKind, name: unknown): CallName | null {
  const own = Object.keys(callsOf[kind]) as CallName[];
  return own.find((known) => known === name) ?? null;
}

function run(handlers: Handlers, call: CallName, input: CheckedInput<CallName>): unknown {
  // Of a union of functions TypeScript lets none be called: the schema of this very call made the input.
  const handler = handlers[call] as (input: CheckedInput<CallName>) => unknown;
  return handler(input);
}

function refused(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem };
}
