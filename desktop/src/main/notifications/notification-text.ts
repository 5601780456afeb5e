import type { InboxMessage } from "../../shared/app-state.ts";
import type { Settings } from "../../shared/settings.ts";
import { messageName } from "../message-name.ts";

export interface NotificationText {
  title: string;
  /** Never a stranger's words: some desktops read markup here. */
  body: string;
}

/** What is said of a new message; null where nothing is to be said. */
export function notificationText(
  message: InboxMessage,
  { notifications, paused }: Pick<Settings, "notifications" | "paused">,
): NotificationText | null {
  if (paused || notifications === "off" || !isNews(message)) return null;
  const name = messageName(message);
  return {
    title: notifications === "on" ? `${name} code ${message.code}` : `New code from ${name}`,
    body: message.simulated ? "Simulated message. Click to copy." : "Click to copy.",
  };
}

/** A held code is asked about in a window of its own, and what is over is of no use. */
export function isNews({ code, state }: InboxMessage): boolean {
  return code !== undefined && (state === "available" || state === "claimed");
}
