/**
 * The sender of webhooks, as a program: keeps so many requests in flight over connections that stay open. Requests are
 * built and signed before the time starts, and written as bytes, so that little of the machine goes into sending them.
 */
import { connect, type Socket } from "node:net";
import { Secret } from "@agentpass/shared/secret";
import { z } from "zod";
import { newMessageSid, smsForm, twilioSignature } from "../../../server/src/cli/signed-sms.ts";
import { serveCommands } from "../serve-commands.ts";

const loadInput = z.object({
  port: z.number(),
  path: z.string(),
  to: z.string(),
  accountSid: z.string(),
  authToken: z.string(),
  requests: z.number(),
  inFlight: z.number(),
});
type LoadInput = z.infer<typeof loadInput>;

interface Prepared {
  sid: string;
  bytes: Buffer;
}

function prepare({ port, path, to, accountSid, authToken, requests }: LoadInput): Prepared[] {
  const token = new Secret(authToken);
  return Array.from({ length: requests }, (_, index) => {
    const sid = newMessageSid();
    const from = `+1202555${String(index % 10_000).padStart(4, "0")}`;
    const body = `Your Acme code is ${100_000 + (index % 900_000)}. It expires in 10 minutes.`;
    const form = smsForm({ from, to, body }, { accountSid, messageSid: sid });
    const text = new URLSearchParams(form).toString();
    const signature = twilioSignature(`http://127.0.0.1:${port}${path}`, form, token);
    const head = [
      `POST ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      "Content-Type: application/x-www-form-urlencoded; charset=UTF-8",
      `Content-Length: ${Buffer.byteLength(text)}`,
      `X-Twilio-Signature: ${signature}`,
    ];
    return { sid, bytes: Buffer.from(`${head.join("\r\n")}\r\n\r\n${text}`) };
  });
}

/** Sends one request after the other on one connection, until none is left; notes which were answered 200. */
function lane(port: number, todo: Prepared[], stored: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let current: Prepared | undefined;
    let answer = "";
    const next = (): void => {
      current = todo.pop();
      if (current) socket.write(current.bytes);
      else socket.end(resolve);
    };
    socket.on("connect", next).on("error", reject);
    socket.on("close", () => (current ? reject(new Error("the server closed a connection")) : null));
    socket.on("data", (chunk: Buffer) => {
      answer += chunk.toString("latin1");
      const size = sizeOf(answer);
      if (size === null || answer.length < size) return;
      if (current && answer.startsWith("HTTP/1.1 200")) stored.push(current.sid);
      answer = answer.slice(size);
      next();
    });
  });
}

/** Of a whole answer with its head; null where it is not known yet. */
function sizeOf(answer: string): number | null {
  const end = answer.indexOf("\r\n\r\n");
  if (end === -1) return null;
  const chunked = /\r\ntransfer-encoding: chunked/i.test(answer.slice(0, end));
  if (chunked) throw new Error("answers are expected with their length");
  return end + 4 + Number(/\r\ncontent-length: (\d+)/i.exec(answer)?.[1] ?? 0);
}

serveCommands({
  async run(input) {
    const load = loadInput.parse(input);
    const todo = prepare(load);
    const stored: string[] = [];
    const start = performance.now();
    await Promise.all(Array.from({ length: load.inFlight }, () => lane(load.port, todo, stored)));
    return { ms: performance.now() - start, stored };
  },
});
