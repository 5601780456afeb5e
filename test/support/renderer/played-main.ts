import type { Page } from "playwright-core";
import type { AppState } from "../../../desktop/src/shared/app-state.ts";
import type {
  CallInput,
  CallName,
  CallOutputs,
  WindowEvents,
} from "../../../desktop/src/shared/ipc-contract.ts";
import type { TeamCall, TeamCallOutput } from "../../../desktop/src/shared/team-calls.ts";
import { ProblemError } from "@agentpass/shared/problem";

/** What main answers: a value, or a thrown ProblemError. What is not named succeeds with nothing; there is no MCP client. */
export type PlayedCalls = {
  [C in Exclude<CallName, "team.call">]?: (input: CallInput<C>) => CallOutputs[C] | Promise<CallOutputs[C]>;
};

/** What the server answers. What is not named never does. */
export type PlayedTeam = {
  [C in TeamCall]?: (input: unknown) => TeamCallOutput<C> | Promise<TeamCallOutput<C>>;
};

export interface PlayedMainOptions {
  state: AppState;
  calls?: PlayedCalls;
  team?: PlayedTeam;
}

/** Stands where the preload script does, and plays main: answers from fixtures, and keeps what was asked. */
export class PlayedMain {
  readonly calls: { name: string; input: unknown }[] = [];
  readonly options: PlayedMainOptions;
  readonly #page: Page;

  private constructor(page: Page, options: PlayedMainOptions) {
    this.#page = page;
    this.options = options;
  }

  static async attach(page: Page, options: PlayedMainOptions): Promise<PlayedMain> {
    const main = new PlayedMain(page, options);
    await page.exposeFunction("askPlayedMain", (name: CallName, input: unknown) => main.#answer(name, input));
    await page.addInitScript(bridge);
    return main;
  }

  /** Main has something new to show. */
  async show(state: AppState): Promise<void> {
    this.options.state = state;
    await this.tell("state", state);
  }

  async tell<E extends keyof WindowEvents>(event: E, value: WindowEvents[E]): Promise<void> {
    await this.#page.evaluate(`tellWindow(${JSON.stringify(event)}, ${JSON.stringify(value)})`);
  }

  /** What the window asked for by this name. */
  inputsOf(name: CallName): unknown[] {
    return this.calls.filter((call) => call.name === name).map(({ input }) => input);
  }

  async #answer(name: CallName, input: unknown): Promise<unknown> {
    this.calls.push({ name, input });
    try {
      return { ok: true, value: await this.#value(name, input) };
    } catch (error) {
      if (error instanceof ProblemError) return { ok: false, problem: error.problem };
      throw error;
    }
  }

  #value(name: CallName, input: unknown): unknown {
    const { state, team = {} } = this.options;
    const calls: PlayedCalls = { "clients.list": () => [], ...this.options.calls };
    if (name === "state.get") return state;
    if (name !== "team.call") return (calls[name] as ((input: unknown) => unknown) | undefined)?.(input);
    const { procedure, input: asked } = input as { procedure: TeamCall; input: unknown };
    return team[procedure] ? team[procedure](asked) : new Promise(() => {});
  }
}

const bridge = `
  const listeners = new Map();
  window.agentpass = {
    call: (name, input) => window.askPlayedMain(name, input),
    on: (event, listener) => {
      const ofEvent = listeners.get(event) ?? new Set();
      listeners.set(event, ofEvent.add(listener));
      return () => ofEvent.delete(listener);
    },
  };
  window.tellWindow = (event, value) => {
    for (const listener of listeners.get(event) ?? []) listener(value);
  };
`;
