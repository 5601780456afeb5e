import type { Page } from "./page.ts";
import { agents, numbers, people, settings } from "./pages/admins.ts";
import { clients } from "./pages/clients.ts";
import { commands } from "./pages/commands.ts";
import { addALanguage, architecture, bridge, contributing, fullRun, tray } from "./pages/developers.ts";
import { gateways } from "./pages/gateways.ts";
import { admin, securityModel, setup, troubleshooting } from "./pages/guides.ts";
import { backup, benchmarks, cluster, operations, twilio } from "./pages/operators.ts";
import { readme } from "./pages/readme.ts";
import { simulator } from "./pages/simulator.ts";

/** Every page whose commands are run, the longest first. */
export const pages: readonly Page[] = [
  commands,
  clients,
  readme,
  setup,
  admin,
  troubleshooting,
  securityModel,
  people,
  agents,
  numbers,
  gateways,
  operations,
  backup,
  benchmarks,
  cluster,
  settings,
  simulator,
  twilio,
  architecture,
  contributing,
  addALanguage,
  fullRun,
  bridge,
  tray,
];
