import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { asE164, type E164 } from "@agentpass/shared/phone-number";
import { Secret } from "@agentpass/shared/secret";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { adminRoutes } from "./admin-routes.ts";
import { createFaults, type FaultInput, type Faults } from "./faults.ts";
import { receive, type Incoming, type Received } from "./incoming.ts";
import { createInventory } from "./inventory.ts";
import { messageRoutes } from "./message-routes.ts";
import { numberRoutes } from "./number-routes.ts";
import { createRateLimit } from "./rate-limit.ts";
import { accountPath, accountResource } from "./resources.ts";
import { newNumber, newSid, type EmulatorState } from "./state.ts";
import { badCredentials, notActive, notFound, tooMany, TwilioError } from "./twilio-error.ts";

export interface EmulatorOptions {
  /** 0: any free one. */
  port?: number;
  accountSid?: string;
  authToken?: string;
  /** The account's numbers, whose SMS go to `webhook`. */
  numbers?: readonly E164[];
  webhook?: string;
  requestsPerSecond?: number;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** Twilio's REST API and its webhooks on a loopback port, for one account; everything is in memory. */
export interface TwilioEmulator extends AsyncDisposable {
  /** For TWILIO_API_BASE_URL. */
  url: string;
  accountSid: string;
  authToken: string;
  state: EmulatorState;
  /** Somebody sends a message to one of the numbers; resolves when the webhook has been told or has failed. */
  receive: (message: Incoming) => Promise<Received>;
  /** Makes coming requests fail. */
  fault: (fault: FaultInput) => void;
  clearFaults: () => void;
  /** How often a fault has had its effect. */
  readonly faultsInjected: number;
  close: () => Promise<void>;
}

export async function startTwilioEmulator(options: EmulatorOptions = {}): Promise<TwilioEmulator> {
  const state = newState(options);
  const faults = createFaults();
  let url = "";
  const app = express();
  app.disable("x-powered-by").set("query parser", "simple");
  app.use(adminRoutes(state, faults, () => url));
  app.use(restApi(state, faults, options));
  const server = createServer(app).listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async (): Promise<void> => {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  return {
    url,
    accountSid: state.accountSid,
    authToken: state.authToken.reveal(),
    state,
    async receive(message) {
      const received = await receive(state, message, url);
      if (received === null) throw new Error(`${message.to} is not a number of the emulated account`);
      return received;
    },
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    get faultsInjected() {
      return faults.injected;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** The resources of one account, behind its credentials. */
function restApi(
  state: EmulatorState,
  faults: Faults,
  { requestsPerSecond = 100 }: EmulatorOptions,
): Express {
  const api = express();
  const underLimit = createRateLimit(requestsPerSecond, state.now);
  api.disable("x-powered-by").set("query parser", "simple");
  api.use((request, _response, next) => next(refusalOf(state, { request, underLimit })));
  api.use(faults.middleware);
  api.use(express.urlencoded({ extended: false }));
  api.get(`${accountPath(state)}.json`, (_request, response) => {
    response.json(accountResource(state));
  });
  api.use((_request, _response, next) => next(state.account.status === "active" ? undefined : notActive()));
  api.use(accountPath(state), numberRoutes(state), messageRoutes(state));
  api.use((request, _response, next) => next(notFound(request.path)));
  api.use(answerError);
  return api;
}

function newState({
  accountSid = newSid("AC"),
  authToken = newSid("AC").slice(2),
  numbers = ["+14155550100" as E164, "+14155550101" as E164],
  webhook = "",
  now = Date.now,
}: EmulatorOptions): EmulatorState {
  const state: EmulatorState = {
    accountSid,
    authToken: new Secret(authToken),
    account: { status: "active", type: "Full", friendlyName: "Emulated account", createdAt: now() },
    numbers: numbers.map((number) => newNumber(number, now(), { smsUrl: webhook })),
    messages: [],
    alerts: [],
    inventory: createInventory((number) =>
      state.numbers.some((owned) => owned.phoneNumber === asE164(number)),
    ),
    now,
  };
  return state;
}

/** Twilio's order: who are you, is this too much, is there such a thing. */
function refusalOf(
  state: EmulatorState,
  { request, underLimit }: { request: Request; underLimit: () => boolean },
): TwilioError | undefined {
  const expected = `Basic ${btoa(`${state.accountSid}:${state.authToken.reveal()}`)}`;
  if (request.get("authorization") !== expected) return badCredentials();
  if (!underLimit()) return tooMany();
  return request.path.startsWith(accountPath(state)) ? undefined : notFound(request.path);
}

// oxlint-disable-next-line max-params -- Express tells an error handler by its four parameters
function answerError(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (!(error instanceof TwilioError)) return next(error);
  if (error.status === 401) response.set("WWW-Authenticate", 'Basic realm="Twilio API"');
  response.status(error.status).json(error.body);
}
