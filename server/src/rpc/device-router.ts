import { deviceInput, listDevicesInput, renameDeviceInput, teamDevice } from "@agentpass/shared/device-api";
import { z } from "zod";
import { listDevices, removeDevice, renameDevice } from "../actions/devices.ts";
import { personProcedure, router } from "./trpc.ts";

export const deviceRouter = router({
  list: personProcedure
    .meta({ permission: "person", summary: "Lists the caller's devices; for an admin all, or one member's." })
    .input(listDevicesInput.prefault({}))
    .output(z.array(teamDevice))
    .query(({ ctx, input }) => listDevices(ctx.store, ctx.viewer, input)),
  rename: personProcedure
    .meta({ permission: "person", summary: "Gives a device another name." })
    .input(renameDeviceInput)
    .output(teamDevice)
    .mutation(({ ctx, input }) => renameDevice(ctx.store, ctx.viewer, input)),
  remove: personProcedure
    .meta({
      permission: "person",
      summary: "Takes a device out at once: its key is revoked, its connections end.",
    })
    .input(deviceInput)
    .output(teamDevice)
    .mutation(({ ctx, input }) => removeDevice(ctx.store, ctx.viewer, input)),
});
