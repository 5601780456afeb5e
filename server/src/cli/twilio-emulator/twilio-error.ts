/** An error as Twilio's API answers it, https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions. */
export class TwilioError extends Error {
  override readonly name = "TwilioError";
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  get body(): { code: number; message: string; more_info: string; status: number } {
    const { code, message, status } = this;
    return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
  }
}

export const notFound = (path: string): TwilioError =>
  new TwilioError(404, 20404, `The requested resource ${path} was not found`);
export const badCredentials = (): TwilioError => new TwilioError(401, 20003, "Authenticate");
export const notActive = (): TwilioError => new TwilioError(403, 20005, "Account not active");
export const tooMany = (): TwilioError => new TwilioError(429, 20429, "Too Many Requests");
export const badParameter = (name: string): TwilioError =>
  new TwilioError(400, 20001, `Parameter '${name}' is not valid`);
