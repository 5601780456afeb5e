/** The built-in alerts, as admins ask for them. */
import { z } from "zod";

export const alertView = z.object({
  name: z.string(),
  title: z.string(),
  /** When it fires. */
  threshold: z.string(),
  firing: z.boolean(),
  /** Since when it is as it is (ISO 8601); null: nobody has looked yet. */
  since: z.string().nullable(),
});
export type AlertView = z.infer<typeof alertView>;

export const alertReport = z.object({
  /** Whether ALERT_WEBHOOK_URL is set; without it nothing is watched. */
  watched: z.boolean(),
  alerts: z.array(alertView),
});
export type AlertReport = z.infer<typeof alertReport>;

export const testedAlert = z.object({
  /** What was posted. */
  text: z.string(),
});
