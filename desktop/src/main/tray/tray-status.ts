import type { AppState } from "../../shared/app-state.ts";

/** Which of the drawn icons. */
export type TrayIconName = "connected" | "reconnecting" | "paused" | "signed-out";

type Shown = Pick<AppState, "connection" | "settings" | "account">;

export function trayIconName({ connection, settings }: Shown): TrayIconName {
  switch (connection.state) {
    case "signed_out":
    case "refused":
    case "outdated":
      return "signed-out";
    case "connecting":
    case "reconnecting":
      return "reconnecting";
    case "connected":
      return settings.paused ? "paused" : "connected";
  }
}

/** One line on how things stand. Without a countdown: it would rebuild a menu that somebody has open. */
export function statusText({ connection, settings, account }: Shown, time: (at: number) => string): string {
  switch (connection.state) {
    case "signed_out":
      return "Not paired with a server";
    case "connecting":
      return "Connecting…";
    case "reconnecting":
      return `Offline since ${time(connection.offlineSince)}, reconnecting…`;
    case "refused":
      return "Signed out by the server";
    case "outdated":
      return connection.who === "app" ? "AgentPass must be updated" : "The server must be updated";
    case "connected":
      return settings.paused ? "Paused" : `Connected${account ? ` to ${account.team}` : ""}`;
  }
}
