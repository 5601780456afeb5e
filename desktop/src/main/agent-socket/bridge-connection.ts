import { ProblemError, type Problem } from "@agentpass/shared/problem";
import type { Socket } from "node:net";
import { z } from "zod";
import {
  callFrame,
  helloFrame,
  spokenVersion,
  type CallFrame,
  type Hello,
  type TrayFrame,
} from "../../tray-protocol/frames.ts";
import { HELLO_MS, MAX_CALLS_UNDER_WAY } from "../../tray-protocol/limits.ts";
import { LineReader, lineOf, parseLine } from "../../tray-protocol/line-codec.ts";
import { ownVersion, versionProblem } from "../../tray-protocol/version-problem.ts";
import { told } from "./sentences.ts";

/** A bridge that does not read is cut off when this much waits for it. */
const MAX_BUFFERED_BYTES = 1_048_576;
/** How long what a refused bridge still sends is thrown away, so that it reads why it was refused. */
const LAST_LINE_MS = 1_000;

export interface ConnectionHandlers {
  onHello(hello: Hello): void;
  /** Gives the result; rejects with a ProblemError. */
  onCall(call: CallFrame): Promise<unknown>;
  /** Tray and bridge are too far apart in version. */
  onOutdated(problem: Problem): void;
  /** Something threw that should not have. */
  onBug(error: unknown): void;
  onClosed(): void;
}

/** One bridge on the socket: its lines, within limits, as a hello and calls. */
export class BridgeConnection {
  readonly #socket: Socket;
  readonly #handlers: ConnectionHandlers;
  readonly #lines = new LineReader();
  readonly #helloLimit: NodeJS.Timeout;
  #greeted = false;
  #refused = false;
  #underWay = 0;

  constructor(socket: Socket, handlers: ConnectionHandlers) {
    this.#socket = socket;
    this.#handlers = handlers;
    this.#helloLimit = setTimeout(() => socket.destroy(), HELLO_MS);
    socket.on("data", (chunk: Buffer) => this.#read(chunk));
    // Its end is what counts, and that comes in any case.
    socket.on("error", () => {});
    socket.on("close", () => {
      clearTimeout(this.#helloLimit);
      handlers.onClosed();
    });
  }

  send(frame: TrayFrame): void {
    if (this.#refused || this.#socket.destroyed) return;
    const line = lineOf(frame) ?? lineOf(tooLong(frame));
    if (line !== null) this.#socket.write(line);
    if (this.#socket.writableLength > MAX_BUFFERED_BYTES) this.#socket.destroy();
  }

  /** Says why, and ends the connection. */
  refuse(problem: Problem): void {
    if (this.#refused) return;
    this.send({ type: "refused", problem });
    this.#refused = true;
    this.#socket.end();
    setTimeout(() => this.#socket.destroy(), LAST_LINE_MS).unref();
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    if (this.#refused) return;
    const { lines, tooLong } = this.#lines.read(chunk);
    for (const line of lines) this.#hear(parseLine(line));
    if (tooLong) this.refuse(told.lineTooLong);
  }

  #hear(said: unknown): void {
    if (this.#refused) return;
    if (!this.#greeted) return this.#greet(said);
    const call = callFrame.safeParse(said);
    if (call.success) void this.#run(call.data);
    else this.refuse(told.noFrame);
  }

  #greet(said: unknown): void {
    const bridge = spokenVersion.safeParse(said);
    const outdated = bridge.success ? versionProblem({ tray: ownVersion, bridge: bridge.data }) : null;
    if (outdated) {
      this.#handlers.onOutdated(outdated);
      return this.refuse(outdated);
    }
    const hello = helloFrame.safeParse(said);
    if (!hello.success) return this.refuse(told.noFrame);
    clearTimeout(this.#helloLimit);
    this.#greeted = true;
    this.#handlers.onHello(hello.data);
    this.send({ type: "welcome", ...ownVersion });
  }

  async #run(call: CallFrame): Promise<void> {
    const { id } = call;
    if (this.#underWay >= MAX_CALLS_UNDER_WAY)
      return this.send({ type: "failure", id, problem: told.tooManyCalls });
    this.#underWay += 1;
    try {
      this.send({ type: "result", id, result: await this.#handlers.onCall(call) });
    } catch (error) {
      this.send({ type: "failure", id, problem: this.#problemOf(error) });
    } finally {
      this.#underWay -= 1;
    }
  }

  #problemOf(error: unknown): Problem {
    if (error instanceof ProblemError) return error.problem;
    if (error instanceof z.ZodError) return invalidInput(error);
    this.#handlers.onBug(error);
    return { code: "unavailable", message: "AgentPass failed at this call. Repeat it." };
  }
}

/** What is sent in the place of a frame that no bridge would read. */
function tooLong(frame: TrayFrame): TrayFrame {
  if (frame.type === "result" || frame.type === "failure")
    return { type: "failure", id: frame.id, problem: told.resultTooLong };
  return { type: "missed" };
}

function invalidInput(error: z.ZodError): Problem {
  const [issue] = error.issues;
  const field = issue?.path.map(String).join(".");
  return {
    code: "invalid_input",
    message: issue?.message ?? "The arguments are not what the call takes.",
    ...(field ? { field } : {}),
  };
}
