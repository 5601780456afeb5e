import type { RequestHandler } from "express";
import { refusalPage } from "./pages.ts";

const HOSTS = new Set(["127.0.0.1", "localhost"]);

/**
 * Keeps other web pages out: one that has a name of its own point to this machine, and one that posts our forms. A
 * browser always says where a form was; a program that does not is nobody's page.
 */
export const ownPagesOnly: RequestHandler = (request, response, next) => {
  const { host, origin, "sec-fetch-site": site } = request.headers;
  const ownHost = HOSTS.has(request.hostname);
  const ownForm =
    request.method === "GET" ||
    request.method === "HEAD" ||
    ((origin === undefined || origin === `http://${host}`) &&
      (site === undefined || site === "same-origin" || site === "none"));
  if (ownHost && ownForm) return next();
  const mend = ownHost
    ? "Fill in the form on this site's own page."
    : "Call this site by 127.0.0.1 or localhost.";
  response.status(403).send(refusalPage("Not from here", mend));
};
