import type { Page } from "./page.ts";
import { agents, numbers, people, settings } from "./pages/admins.ts";
import { clients } from "./pages/clients.ts";
import { commands } from "./pages/commands.ts";
import { addALanguage, architecture, bridge, contributing, tray } from "./pages/developers.ts";
import { gateways } from "./pages/gateways.ts";
import { backup, operations, twilio } from "./pages/operators.ts";
import { readme } from "./pages/readme.ts";
import { simulator } from "./pages/simulator.ts";

/** Every page whose commands are run, the longest first. */
export const pages: readonly Page[] = [
  commands,
  clients,
  readme,
  people,
  agents,
  numbers,
  gateways,
  operations,
  backup,
  settings,
  simulator,
  twilio,
  architecture,
  contributing,
  addALanguage,
  bridge,
  tray,
];
