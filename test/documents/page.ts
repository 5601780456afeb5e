import type { Terminal } from "./terminal.ts";
import type { World } from "./world.ts";

/** What a run of one command needs, and what it must show. */
export interface Run {
  /** Makes what the command names; gives what stands in the place of words that only this world can know. */
  given?: (world: World) => Promise<Values | void> | Values | void;
  /** Variables of its own environment. */
  env?: (world: World) => Promise<Record<string, string>> | Record<string, string>;
  /** Another world than the page's; runs of a page that name the same function are in the same one. */
  in?: () => Promise<World>;
  /** What is to be typed instead, where the document names but a part: "codex exec" is shown by "codex exec --help". */
  typed?: string;
  /** What is done while it runs. */
  meanwhile?: (world: World, terminal: Terminal) => Promise<unknown>;
  /** What it must show. */
  says?: RegExp;
  /** What must be so afterwards. */
  after?: (world: World) => Promise<unknown>;
  /** 0 where nothing else is said. */
  exitCode?: number;
  /** It does not end by itself: once it has shown what it must, Ctrl-C ends it, or it goes on until the page ends. */
  endless?: "interrupted" | "goes on";
  /** The port that it listens on wherever it runs: no other command with the same one runs meanwhile. */
  port?: number;
  /** Not on this machine, which lacks what it needs. CI has it. */
  impossible?: boolean;
}

/** Words of a command, and what is typed in their place. */
export type Values = Record<string, string>;

/** How a page's commands are run: in the order of the page, each once, in one world. */
export interface Page {
  /** From the repository's root, e.g. "docs/people.md". */
  page: string;
  world: () => Promise<World>;
  /** What stands in the place of words in all of its commands. */
  values?: (world: World) => Values;
  /** By the command's text. Without an entry a command is run as it stands, and must end with 0. */
  runs?: Record<string, Run>;
}
