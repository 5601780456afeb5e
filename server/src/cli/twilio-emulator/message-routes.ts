import { Router } from "express";
import { pageOf } from "./paging.ts";
import { fieldsOf, queryOf } from "./parameters.ts";
import { accountPath, mediaResource, messageResource } from "./resources.ts";
import type { EmulatedMessage, EmulatorState } from "./state.ts";
import { badParameter, notFound } from "./twilio-error.ts";

const DAY_MS = 86_400_000;

/** `Messages`: incoming ones only, since the emulator sends none. */
export function messageRoutes(state: EmulatorState): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const list = `${accountPath(state)}/Messages`;
  const find = (sid: string | undefined): EmulatedMessage => {
    const message = state.messages.find((candidate) => candidate.sid === sid);
    if (!message) throw notFound(`${list}/${sid}.json`);
    return message;
  };

  router.get("/Messages.json", (request, response) => {
    const query = queryOf(request);
    const wanted = state.messages.filter((message) => isWanted(message, query)).toReversed();
    const { items, meta } = pageOf({
      path: `${list}.json`,
      query,
      items: wanted.toSorted((a, b) => orderOf(b) - orderOf(a)),
      sidOf: (message) => message.sid,
    });
    response.json({ ...meta, messages: items.map((message) => messageResource(state, message)) });
  });
  router.get("/Messages/:sid.json", (request, response) => {
    response.json(messageResource(state, find(request.params["sid"])));
  });
  router.post("/Messages/:sid.json", (request, response) => {
    const message = find(request.params["sid"]);
    // A body can only be emptied, and a message that came in cannot be cancelled.
    const { Body, Status } = fieldsOf(request);
    if (Status !== undefined) throw badParameter("Status");
    if (Body !== "") throw badParameter("Body");
    message.body = "";
    message.updatedAt = state.now();
    response.json(messageResource(state, message));
  });
  router.delete("/Messages/:sid.json", (request, response) => {
    const message = find(request.params["sid"]);
    state.messages = state.messages.filter((other) => other !== message);
    response.status(204).end();
  });
  router.get("/Messages/:sid/Media.json", (request, response) => {
    const message = find(request.params["sid"]);
    const { items, meta } = pageOf({
      path: `${list}/${message.sid}/Media.json`,
      query: queryOf(request),
      items: message.media,
      sidOf: (media) => media.sid,
    });
    response.json({ ...meta, media_list: items.map((media) => mediaResource(state, message, media)) });
  });
  return router;
}

/** By the second, newest first; of the same second the later one first. */
function orderOf({ sentAt, createdAt }: EmulatedMessage): number {
  return Math.floor((sentAt ?? createdAt) / 1000);
}

function isWanted(message: EmulatedMessage, query: Readonly<Record<string, string>>): boolean {
  if (query["To"] !== undefined && message.to !== query["To"]) return false;
  if (query["From"] !== undefined && message.from !== query["From"]) return false;
  const on = timeOf(query, "DateSent");
  const from = timeOf(query, "DateSent>");
  const until = timeOf(query, "DateSent<");
  if (on === null && from === null && until === null) return true;
  if (message.sentAt === null) return false;
  const sentAt = Math.floor(message.sentAt / 1000) * 1000;
  return (
    (on === null || (sentAt >= on.start && sentAt < on.start + DAY_MS)) &&
    (from === null || sentAt >= from.start) &&
    (until === null || sentAt <= until.end)
  );
}

/** "2009-07-06", the whole day in GMT, or a time of it. */
function timeOf(
  query: Readonly<Record<string, string>>,
  name: string,
): { start: number; end: number } | null {
  const text = query[name];
  if (text === undefined) return null;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const start = Date.parse(isDay ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(start)) throw badParameter(name);
  return { start, end: isDay ? start + DAY_MS - 1 : start };
}
