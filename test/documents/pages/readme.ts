import { doctorFix } from "../doctor.ts";
import type { Page } from "../page.ts";
import { tray, trayShows } from "../tray.ts";
import { noServer, twilioServer } from "../worlds.ts";

export const readme: Page = {
  page: "README.md",
  world: noServer,
  runs: {
    "npx -y -p node@24 -p pnpm@12 -- pnpm start": {
      says: /claude mcp add .*agentpass-mcp\.js/,
      endless: "goes on",
    },
    "alias pnpm='npx -y -p node@24 -p pnpm@12 -- pnpm'": { says: /Claude Code is connected/ },
    'pnpm simulate --to +15551234567 --body "Your code is 482913"': { says: / 200 in .*: stored/ },
    "pnpm tray": {
      ...tray,
      endless: "interrupted",
      meanwhile: async (world, terminal) => {
        await tray.meanwhile?.(world, terminal);
        await trayShows(world, /482913/);
      },
    },
    "pnpm agentpass verify claude-code": { says: /ok .*AgentPass can be reached/ },
    "pnpm agentpass doctor --fix": { ...doctorFix, in: twilioServer },
  },
};
