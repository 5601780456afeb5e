import type { AgentMessage } from "@agentpass/shared/agent-api";
import { asE164, parsePhoneNumber, type E164 } from "@agentpass/shared/phone-number";
import type { Problem } from "@agentpass/shared/problem";
import { Secret } from "@agentpass/shared/secret";
import { Router, type Response } from "express";
import type { CallerAddress } from "../transport/caller-address.ts";
import { sendProblem, statusOf } from "../transport/problem-response.ts";
import { createBadCallerLimit } from "../domain/bad-caller-limit.ts";

export interface NotificationsRouteOptions {
  callerAddress: CallerAddress;
  /**
   * What the key's holder may see of a number, newest first. Consumes nothing and obeys the body policy. The problem
   * for a key that is not valid is `not_signed_in`; an unknown number and another's get the same `not_found`.
   */
  readMessages: (
    caller: { key: Secret; address: string | null },
    phoneNumber: E164,
  ) => Promise<Problem | readonly AgentMessage[]>;
  /** Where clients on this machine reach the server. */
  localUrl: () => string;
  /** Absolute path of a file that holds a key on one line. */
  keyFile: string;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** `GET /webhook/sms-notifications/:phoneNumber`: what arrived, for a person with curl. */
export function createNotificationsRoute(options: NotificationsRouteOptions): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const underLimit = createBadCallerLimit(options.now ?? Date.now);
  const route = router.route("/webhook/sms-notifications/:phoneNumber");
  route.get(async (request, response) => {
    response.set("Cache-Control", "no-store");
    const text = request.params.phoneNumber;
    const key = /^Bearer +([^\s]{1,200})$/i.exec(request.get("authorization") ?? "")?.[1];
    if (key === undefined) return askForKey(response, text, options);
    const number = parsePhoneNumber(text);
    if (!number.ok) {
      const suggestion = number.suggestion ? { suggestion: { phoneNumber: number.suggestion } } : {};
      const message = `The phone number ${number.message}`;
      return sendProblem(response, { code: "invalid_input", field: "phoneNumber", message, ...suggestion });
    }
    const address = options.callerAddress(request);
    const found = await options.readMessages({ key: new Secret(key), address }, number.e164);
    if (!isProblem(found)) response.json({ phoneNumber: number.e164, messages: found });
    else if (statusOf(found) !== 401) sendProblem(response, found);
    else if (underLimit(address ?? "")) askForKey(response, text, options);
    else sendProblem(response.set("Retry-After", "20"), tooManyBadKeys);
  });
  route.all((_request, response) => {
    response.set("Allow", "GET, HEAD");
    sendProblem(response, { code: "invalid_input", message: "This address takes GET." }, 405);
  });
  return router;
}

const tooManyBadKeys: Problem = {
  code: "too_many_requests",
  message: "Too many wrong keys from this address; try again in 20 s.",
};

function isProblem(found: Problem | readonly AgentMessage[]): found is Problem {
  return !Array.isArray(found);
}

/** Plain text, since JSON's quotation marks would have to be taken out of the command by hand. */
function askForKey(response: Response, text: string, { localUrl, keyFile }: NotificationsRouteOptions): void {
  const number = asE164(text) ?? "+15551234567";
  const url = `${localUrl()}/webhook/sms-notifications/${number}`;
  const key = `$(cat ${quoted(keyFile)})`;
  response
    .status(401)
    .set("WWW-Authenticate", 'Bearer realm="AgentPass SMS"')
    .type("text/plain")
    .send(
      `A valid key is needed. On the server's machine:\n\ncurl -H "Authorization: Bearer ${key}" ${quoted(url)}\n`,
    );
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
