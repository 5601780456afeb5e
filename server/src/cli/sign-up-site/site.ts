import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parsePhoneNumber, type E164 } from "@agentpass/shared/phone-number";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { z } from "zod";
import { ownPagesOnly } from "./own-pages-only.ts";
import { codePage, detailsPage, donePage, POLICY, refusalPage, smsText, type FieldErrors } from "./pages.ts";
import { SignUps, type SignUp } from "./sign-ups.ts";

const HEADERS = {
  "Content-Security-Policy": POLICY,
  "Cache-Control": "no-store",
  // With "no-referrer" a browser names no origin of our own forms either.
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
} as const;

/** Sends an SMS; gives what is wrong where it could not be sent, or null. */
export type SendSms = (sms: { to: E164; body: string }) => Promise<string | null>;

export interface SignUpSite extends AsyncDisposable {
  url: string;
}

/** A web site on a loopback port that creates an account for who can read a code sent to a number; port 0: any free one. */
export async function startSignUpSite(
  port: number,
  send: SendSms,
  signUps = new SignUps(),
): Promise<SignUpSite> {
  const server = createServer(siteApp(send, signUps)).listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

const name = z.string().trim().min(1).max(80);
const detailsForm = z.object({ name: z.string().catch(""), phone: z.string().catch("") });
const codeForm = z.object({ code: z.string().catch("") });

type SignUpHandler = (
  signUp: SignUp,
  exchange: { request: Request; response: Response },
) => void | Promise<void>;

function siteApp(send: SendSms, signUps: SignUps): Express {
  const app = express();
  app.disable("x-powered-by").set("query parser", "simple");
  app.use((_request, response, next) => {
    response.set(HEADERS);
    next();
  });
  app.use(ownPagesOnly);
  app.use(express.urlencoded({ extended: false, limit: "4kb", parameterLimit: 10 }));

  app.get("/", (_request, response) => void response.send(detailsPage()));
  app.post("/sign-up", async (request, response) => {
    const details = detailsForm.parse(request.body ?? {});
    const named = name.safeParse(details.name);
    // A plus sign that `curl -d` sent as it stands is a space in a form.
    const phone = parsePhoneNumber(details.phone.replace(/^ (?=\d)/, "+").trim());
    const again = (errors: FieldErrors) => void response.status(422).send(detailsPage(details, errors));
    if (!named.success || !phone.ok)
      return again({
        ...(named.success ? {} : { name: "Enter your name, at most 80 letters." }),
        ...(phone.ok ? {} : { phone: phone.message }),
      });
    const signUp = signUps.begin(named.data, phone.e164);
    if (signUp === null)
      return refuse(response, 503, "Too many sign-ups are open. Try again in some minutes.");
    const refusal = await sendCode(send, signUp);
    if (refusal !== null) {
      signUps.forget(signUp);
      return again({ phone: `We could not send a text to this number: ${refusal}` });
    }
    response.redirect(303, `/sign-up/${signUp.id}`);
  });

  const withSignUp = (handle: SignUpHandler) => (request: Request<{ id: string }>, response: Response) => {
    const signUp = signUps.find(request.params.id);
    if (signUp === null) return refuse(response, 404, "There is no such sign-up, or it is over.");
    return handle(signUp, { request, response });
  };
  const show = ({ id }: SignUp, response: Response): void => response.redirect(303, `/sign-up/${id}`);
  const askAgain = (signUp: SignUp, response: Response, message: string): void =>
    void response.status(422).send(codePage(signUp, { code: message }));

  app
    .route("/sign-up/:id")
    .get(
      withSignUp(
        (signUp, { response }) => void response.send(signUp.done ? donePage(signUp) : codePage(signUp)),
      ),
    )
    .post(
      withSignUp((signUp, { request, response }) => {
        if (signUp.done) return show(signUp, response);
        const step = signUps.check(signUp, codeForm.parse(request.body ?? {}).code);
        return step.ok ? show(signUp, response) : askAgain(signUp, response, step.message);
      }),
    );
  app.post(
    "/sign-up/:id/resend",
    withSignUp(async (signUp, { response }) => {
      if (signUp.done) return show(signUp, response);
      const step = signUps.renew(signUp);
      if (!step.ok) return askAgain(signUp, response, step.message);
      const refusal = await sendCode(send, signUp);
      if (refusal !== null) return askAgain(signUp, response, `We could not send a text: ${refusal}`);
      return show(signUp, response);
    }),
  );
  app.use((_request, response) => refuse(response, 404, "There is no such page."));
  app.use(answerError);
  return app;
}

function sendCode(send: SendSms, { phoneNumber, code }: SignUp): Promise<string | null> {
  return send({ to: phoneNumber, body: smsText(code) });
}

function refuse(response: Response, status: number, message: string): void {
  response.status(status).send(refusalPage("This did not work", message));
}

// oxlint-disable-next-line max-params -- Express tells an error handler by its four parameters
function answerError(_error: unknown, _request: Request, response: Response, _next: NextFunction): void {
  refuse(response, 400, "The form could not be read; fill it in on this site's page.");
}
