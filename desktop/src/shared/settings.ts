/** What a person may set in the tray app; kept in `settings.json` in the app's folder. */
import { z } from "zod";

export const settingsSchema = z.object({
  startAtLogin: z.boolean().default(false),
  /** `without_code`: the notification tells that a code came, and hides it. */
  notifications: z.enum(["on", "without_code", "off"]).default("on"),
  /** Whether message texts are shown in the window. */
  showBodies: z.boolean().default(true),
  /** Paused: no notifications, and agents on this computer get no answers; codes still arrive in the inbox. */
  paused: z.boolean().default(false),
});

export type Settings = z.output<typeof settingsSchema>;

export const settingsChange = settingsSchema.partial().strict();
export type SettingsChange = z.output<typeof settingsChange>;
