import type { Page } from "./page.ts";
import { agents } from "./pages/agents.ts";
import { commands } from "./pages/commands.ts";
import { people } from "./pages/people.ts";
import { readme } from "./pages/readme.ts";

/** Every page that has commands. */
export const pages: readonly Page[] = [readme, agents, people, commands];
