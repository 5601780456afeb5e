import { fail } from "@agentpass/shared/problem";
import type { BridgeCommand, InstallerId } from "../../shared/client-connections.ts";
import { installLink } from "./install-link.ts";

export interface ClientInstallersOptions {
  platform: NodeJS.Platform;
  bridge: BridgeCommand;
  /** The `.mcpb` bundle that the app brings; null where it brings none. */
  bundle: string | null;
  openLink: (url: string) => Promise<void>;
  /** Opens a file with the program that it belongs to; gives why it could not, or "". */
  openFile: (path: string) => Promise<string>;
}

/** Clients that add the bridge themselves when they are opened with a link or a bundle, and ask the person there. */
export class ClientInstallers {
  /** Those that this app can open. */
  readonly ids: readonly InstallerId[];
  readonly #options: ClientInstallersOptions;

  constructor(options: ClientInstallersOptions) {
    this.#options = options;
    this.ids = ["cursor", "vscode", ...(bundleWorks(options) ? (["claude-desktop"] as const) : [])];
  }

  /** Opens the client. Throws a ProblemError where there is nothing to open it with, or nothing that opens it. */
  async open(id: InstallerId): Promise<void> {
    const { bridge, bundle, openLink, openFile } = this.#options;
    if (id !== "claude-desktop") {
      await openLink(installLink(id, bridge)).catch(() => fail("unavailable", didNotOpen(id)));
      return;
    }
    if (bundle === null || !this.ids.includes(id)) fail("not_found", `There is no bundle here. ${MEND}`);
    if ((await openFile(bundle)) !== "") fail("unavailable", didNotOpen(id));
  }
}

const MEND = "Use Connect, which writes its settings.";
const names = { cursor: "Cursor", vscode: "VS Code", "claude-desktop": "Claude Desktop" };

function didNotOpen(id: InstallerId): string {
  return `${names[id]} did not open. ${MEND}`;
}

/** Claude Desktop runs on these two, elsewhere an archive manager opens the file; and a bundle names no data folder. */
function bundleWorks({ platform, bundle, bridge }: ClientInstallersOptions): boolean {
  const hasClient = platform === "darwin" || platform === "win32";
  return bundle !== null && hasClient && Object.keys(bridge.env).length === 0;
}
