import type { NextFunction, Request, Response } from "express";
import { z } from "zod";
import { TwilioError } from "./twilio-error.ts";

const operations = {
  account: /^GET \/2010-04-01\/Accounts\/AC\w+\.json$/,
  search: /^GET .*\/AvailablePhoneNumbers\//,
  list_numbers: /^GET .*\/IncomingPhoneNumbers/,
  buy: /^POST .*\/IncomingPhoneNumbers\.json$/,
  update_number: /^POST .*\/IncomingPhoneNumbers\/PN/,
  release: /^DELETE .*\/IncomingPhoneNumbers\//,
  messages: /^(GET|POST|DELETE) .*\/Messages/,
  media: /^GET .*\/Media\.json$/,
  any: /^/,
} as const;

/** What goes wrong, with what, and how often. */
export const faultSchema = z.strictObject({
  on: z.enum(Object.keys(operations) as [keyof typeof operations]),
  /**
   * `drop_reply`: done, and the connection is cut instead of an answer. `cut`: cut before anything is done.
   * `hang`: never answered. `delay`: done and answered `ms` later. `status`: refused with this status and error.
   */
  kind: z.enum(["drop_reply", "cut", "hang", "delay", "status"]),
  ms: z.int().min(0).max(600_000).default(1_000),
  status: z.int().min(400).max(599).default(500),
  code: z.int().default(20_500),
  message: z.string().default("An internal server error has occurred"),
  /** Seconds, for `status`. */
  retryAfter: z.int().optional(),
  /** Requests that still pass before it begins. */
  skip: z.int().min(0).default(0),
  times: z.int().min(1).default(1),
});
export type Fault = z.output<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;

export interface Faults {
  add(fault: FaultInput): void;
  clear(): void;
  /** How often a fault has had its effect. */
  readonly injected: number;
  middleware: (request: Request, response: Response, next: NextFunction) => void;
}

export function createFaults(): Faults {
  let pending: Fault[] = [];
  let injected = 0;
  const take = (request: Request): Fault | null => {
    const line = `${request.method} ${request.originalUrl.split("?")[0]}`;
    const fault = pending.find(({ on }) => operations[on].test(line));
    if (!fault) return null;
    if (fault.skip > 0) {
      fault.skip -= 1;
      return null;
    }
    fault.times -= 1;
    if (fault.times === 0) pending = pending.filter((other) => other !== fault);
    injected += 1;
    return fault;
  };
  return {
    add: (fault) => void pending.push(faultSchema.parse(fault)),
    clear: () => void (pending = []),
    get injected() {
      return injected;
    },
    middleware(request, response, next) {
      const fault = take(request);
      if (fault === null) next();
      else inject(fault, { request, response, next });
    },
  };
}

function inject(
  fault: Fault,
  { request, response, next }: { request: Request; response: Response; next: NextFunction },
): void {
  switch (fault.kind) {
    case "drop_reply":
      response.end = () => {
        request.socket.destroy();
        return response;
      };
      return next();
    case "cut":
      request.socket.destroy();
      return;
    case "hang":
      return;
    case "delay":
      setTimeout(next, fault.ms);
      return;
    case "status":
      if (fault.retryAfter !== undefined) response.set("Retry-After", String(fault.retryAfter));
      return next(new TwilioError(fault.status, fault.code, fault.message));
  }
}
