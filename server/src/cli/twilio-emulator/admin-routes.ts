import { json, Router, type Request, type Response } from "express";
import { z } from "zod";
import { faultSchema, type Faults } from "./faults.ts";
import { incomingSchema, receive } from "./incoming.ts";
import type { EmulatorState } from "./state.ts";

const accountSchema = z.strictObject({
  status: z.enum(["active", "suspended", "closed"]).optional(),
  type: z.enum(["Trial", "Full"]).optional(),
  soldOut: z.boolean().optional(),
});

/**
 * `/emulator/…`: what Twilio's API does not have. It takes JSON only, which no foreign web page can send without
 * asking first.
 */
export function adminRoutes(state: EmulatorState, faults: Faults, url: () => string): Router {
  const router = Router();
  router.use("/emulator", (request, response, next) => {
    // A page that has its own name point to this machine would be of one origin with it.
    if (["127.0.0.1", "localhost"].includes(request.hostname)) next();
    else response.status(403).json({ message: "Call the emulator by 127.0.0.1 or localhost." });
  });
  router.use("/emulator", json());
  router.get("/emulator", (_request, response) => {
    const { accountSid, account, numbers, messages, alerts } = state;
    response.json({ accountSid, account, numbers, messages, alerts });
  });
  router.post("/emulator/messages", async (request, response) => {
    const input = parsed(incomingSchema, { request, response });
    if (input === null) return;
    const received = await receive(state, input, url());
    if (received === null)
      response.status(404).json({ message: `${input.to} is not a number of the emulated account.` });
    else response.status(201).json({ sid: received.message.sid, ...received.delivery });
  });
  router.post("/emulator/account", (request, response) => {
    const change = parsed(accountSchema, { request, response });
    if (change === null) return;
    const { soldOut, status = state.account.status, type = state.account.type } = change;
    state.account = { ...state.account, status, type };
    if (soldOut !== undefined) state.inventory.sellOut(soldOut);
    response.json(state.account);
  });
  router.post("/emulator/faults", (request, response) => {
    const fault = parsed(faultSchema, { request, response });
    if (fault === null) return;
    faults.add(fault);
    response.status(201).json(fault);
  });
  router.delete("/emulator/faults", (_request, response) => {
    faults.clear();
    response.status(204).end();
  });
  return router;
}

/** The JSON body by its schema; null where it was refused. */
function parsed<Schema extends z.ZodType>(
  schema: Schema,
  { request, response }: { request: Request; response: Response },
): z.output<Schema> | null {
  const result = schema.safeParse(request.body);
  if (result.success) return result.data;
  response.status(400).json({ message: z.prettifyError(result.error) });
  return null;
}
