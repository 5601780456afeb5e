import { Notification } from "electron";
import type { OpenNotification, ShowNotification } from "./code-notifications.ts";

/** What nobody refers to is collected, and its click with it. */
const shown = new Set<Notification>();

/** Electron's own; where the desktop has no notifications nothing is shown and nothing breaks. */
export const showNative: ShowNotification = ({ title, body }, onClick): OpenNotification => {
  const notification = new Notification({ title, body });
  notification.on("click", () => {
    shown.delete(notification);
    onClick();
  });
  notification.on("close", () => shown.delete(notification));
  notification.on("failed", () => shown.delete(notification));
  shown.add(notification);
  notification.show();
  return { close: () => notification.close() };
};
