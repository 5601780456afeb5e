import { fail, ProblemError, type Problem } from "@agentpass/shared/problem";
import { connect } from "node:net";
import type { TimeLeft } from "../agent-api/repeated-call.ts";
import { trayFrame, type AgentMethod, type Hello, type TrayFrame } from "../tray-protocol/frames.ts";
import { HELLO_MS } from "../tray-protocol/limits.ts";
import { LineReader, lineOf, parseLine } from "../tray-protocol/line-codec.ts";
import { ownVersion, versionProblem } from "../tray-protocol/version-problem.ts";

export interface TrayCall {
  method: AgentMethod;
  input: unknown;
  limits: TimeLeft;
  giveUp: AbortSignal;
}

export type TrayEvent = Extract<TrayFrame, { type: "wait.changed" | "held.changed" | "missed" }>;

export interface TraySessionOptions {
  path: string;
  hello: Pick<Hello, "client" | "token">;
  /** The tray takes calls from now on. */
  onWelcome(): void;
  onToken(token: { token: string; agent: string }): void;
  onEvent(event: TrayEvent): void;
  /** Called once, for every way in which the connection can end. Null: nobody said why. */
  onEnded(problem: Problem | null): void;
}

export interface TraySession {
  /** Rejects with a ProblemError, the tray's own word, or with another error where the connection was lost. */
  call(call: TrayCall): Promise<unknown>;
  close(): void;
}

interface UnderWay {
  answered(result: unknown): void;
  failed(error: Error): void;
}

/** One connection to the tray's socket, from the hello to its end. */
export function openTraySession(options: TraySessionOptions): TraySession {
  const socket = connect(options.path);
  const lines = new LineReader();
  const underWay = new Map<number, UnderWay>();
  let nextId = 0;
  let ended = false;

  const end = (problem: Problem | null): void => {
    if (ended) return;
    ended = true;
    clearTimeout(silence);
    socket.destroy();
    for (const call of underWay.values()) call.failed(new Error("The connection to AgentPass was lost."));
    underWay.clear();
    options.onEnded(problem);
  };
  const silence = setTimeout(() => end(null), HELLO_MS);

  const hear = (frame: TrayFrame): void => {
    switch (frame.type) {
      case "welcome": {
        clearTimeout(silence);
        const problem = versionProblem({ tray: frame, bridge: ownVersion });
        return problem ? end(problem) : options.onWelcome();
      }
      case "refused":
        return end(frame.problem);
      case "token":
        return options.onToken(frame);
      case "result":
        return take(frame.id)?.answered(frame.result);
      case "failure":
        return take(frame.id)?.failed(new ProblemError(frame.problem));
      case "wait.changed":
      case "held.changed":
      case "missed":
        return options.onEvent(frame);
    }
  };
  const take = (id: number): UnderWay | undefined => {
    const call = underWay.get(id);
    underWay.delete(id);
    return call;
  };

  socket.on("connect", () => socket.write(lineOf({ type: "hello", ...ownVersion, ...options.hello }) ?? ""));
  socket.on("data", (chunk: Buffer) => {
    const read = lines.read(chunk);
    for (const line of read.lines) {
      // What a newer tray says besides is not for us.
      const frame = trayFrame.safeParse(parseLine(line));
      if (frame.success && !ended) hear(frame.data);
    }
    if (read.tooLong)
      end({
        code: "unavailable",
        message:
          "What answers at AgentPass's socket sends lines that no AgentPass sends. Open AgentPass anew, and repeat the call.",
      });
  });
  socket.on("error", () => end(null));
  socket.on("close", () => end(null));

  return {
    call: async ({ method, input, limits, giveUp }) => {
      const id = nextId++;
      const line = lineOf({ type: "call", id, method, input, limits });
      if (line === null) return fail("invalid_input", "The arguments are longer than AgentPass takes.");
      return new Promise<unknown>((answered, failed) => {
        if (ended || giveUp.aborted)
          return failed(new Error("The connection was lost before the call was sent."));
        underWay.set(id, { answered, failed });
        giveUp.addEventListener("abort", () => take(id)?.failed(new Error("The call took too long.")), {
          once: true,
        });
        socket.write(line);
      });
    },
    close: () => end(null),
  };
}
