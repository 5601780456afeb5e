import { z } from "zod";
import { getSettings, setSettings } from "../actions/settings.ts";
import { settingNames, settingsChange } from "../domain/settings-change.ts";
import { noInput } from "./no-input.ts";
import { adminProcedure, personProcedure, router } from "./trpc.ts";

const value = z.json().describe("What the setting takes; durations in milliseconds.");
const setting = z.object({
  name: z.enum(settingNames),
  value,
  default: value,
  description: z.string(),
});

const setInput = z.strictObject({
  change: settingsChange.prefault({}).describe("New values by name."),
  reset: z
    .array(z.enum(settingNames))
    .max(settingNames.length)
    .default([])
    .describe("Back to their defaults."),
});

/** What a team may set. */
export const settingsRouter = router({
  get: personProcedure
    .meta({ permission: "person", summary: "Gives every setting of the team with its default." })
    .input(noInput)
    .output(z.array(setting))
    .query(({ ctx }) => getSettings(ctx.store, ctx.viewer)),
  set: adminProcedure
    .meta({ permission: "admin", summary: "Changes settings, and gives those that differ from before." })
    .input(setInput)
    .output(z.object({ changed: z.array(setting) }))
    .mutation(({ ctx, input }) => setSettings(ctx.store, ctx.viewer, input)),
});
