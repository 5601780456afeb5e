import type { Viewer } from "./access.ts";
import type { TeamSettings } from "./team-settings.ts";

/** What of a message a viewer may read, where the message is in its scope at all. */
export interface Content {
  body: boolean;
  code: boolean;
}

/**
 * The team's policy. An agent always gets its codes; an admin's key, which sees everybody's messages, reads both or
 * neither; a device shows a person the messages of the person's own agents.
 */
export function readableContent(
  kind: Viewer["kind"],
  settings: Pick<TeamSettings, "agentBodies" | "adminBodies">,
): Content {
  switch (kind) {
    case "agent":
      return { body: settings.agentBodies, code: true };
    case "admin":
      return { body: settings.adminBodies, code: settings.adminBodies };
    case "device":
      return { body: true, code: true };
  }
}
