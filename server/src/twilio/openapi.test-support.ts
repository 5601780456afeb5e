/** Holds requests and answers against Twilio's own OpenAPI document, which its package @twilio-alpha/mcp carries. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Ajv, type AnySchema } from "ajv";

interface Parameter {
  in: "path" | "query";
  name: string;
  schema: AnySchema;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: ObjectSchema }> };
  responses: Record<string, { content?: { "application/json": { schema: AnySchema } } }>;
}

interface ObjectSchema {
  properties: Record<string, AnySchema>;
}

interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, ObjectSchema> };
}

const require = createRequire(import.meta.url);
const file = require.resolve("@twilio-alpha/mcp/twilio-oai/spec/json/twilio_api_v2010.json");
const document = JSON.parse(readFileSync(file, "utf8")) as OpenApi;

// Parameters are texts, so numbers and booleans are read out of them; answers are checked as they are.
const options = { strict: false, allErrors: true, formats: formats(), schemas: { document } } as const;
const ofParameters = new Ajv({ ...options, coerceTypes: true });
const ofAnswers = new Ajv(options);

function formats(): Record<string, RegExp | true> {
  const rfc2822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/;
  const unchecked = [
    "uri",
    "uri-map",
    "http-method",
    "phone-number-capabilities",
    "currency",
    "phone-number",
  ];
  return {
    ...Object.fromEntries(unchecked.map((name) => [name, true])),
    "date-time-rfc-2822": rfc2822,
    "date-time": /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/,
    "iso-country-code": /^[A-Z]{2}$/,
    int64: true,
  };
}

export interface Exchange {
  method: string;
  /** With its query. */
  path: string;
  form: Readonly<Record<string, string>>;
  status: number;
  answer: unknown;
}

/** What is not as the document says; nothing, if all is well. */
export function faultsOf(exchange: Exchange): string[] {
  const [path = "", query = ""] = exchange.path.split("?");
  const found = operationOf(exchange.method, path);
  if (!found) return [`${exchange.method} ${path} is not in the document`];
  const of = (place: Parameter["in"]): Record<string, AnySchema> =>
    Object.fromEntries(
      (found.operation.parameters ?? [])
        .filter((parameter) => parameter.in === place)
        .map(({ name, schema }) => [name, schema]),
    );
  const form = found.operation.requestBody?.content["application/x-www-form-urlencoded"]?.schema.properties;
  return [
    ...parameterFaults(found.values, of("path")),
    ...parameterFaults(Object.fromEntries(new URLSearchParams(query)), of("query")),
    ...parameterFaults(exchange.form, form ?? {}),
    ...answerFaults(exchange, found.operation),
  ].map((fault) => `${exchange.method} ${exchange.path}: ${fault}`);
}

function operationOf(method: string, path: string) {
  for (const [template, operations] of Object.entries(document.paths)) {
    const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
    const pattern = template.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "([^/]+?)");
    const match = new RegExp(`^${pattern}$`).exec(path);
    const operation = operations[method.toLowerCase()];
    if (match && operation)
      return {
        operation,
        values: Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ""])),
      };
  }
  return null;
}

function parameterFaults(
  given: Readonly<Record<string, string>>,
  known: Readonly<Record<string, AnySchema>>,
): string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const schema = known[name];
    if (schema === undefined) return [`there is no parameter ${name}`];
    // Within an object, since only there can ajv turn a text into a number.
    const check = ofParameters.compile({ properties: { value: rooted(schema) } });
    return check({ value }) ? [] : [`${name} is ${value}: ${ofParameters.errorsText(check.errors)}`];
  });
}

function answerFaults({ status, answer }: Exchange, operation: Operation): string[] {
  if (status >= 400) return errorFaults(status, answer);
  const described = operation.responses[String(status)];
  if (!described) return [`the status ${status} is not described`];
  const schema = described.content?.["application/json"].schema;
  if (schema === undefined) return answer === null ? [] : ["there should be no answer"];
  const check = ofAnswers.compile(rooted(schema));
  return [...(check(answer) ? [] : [ofAnswers.errorsText(check.errors)]), ...unknownFields(answer)];
}

/** Twilio's documentation describes errors in prose: https://www.twilio.com/docs/usage/twilios-response. */
function errorFaults(status: number, answer: unknown): string[] {
  const schema = {
    type: "object",
    required: ["code", "message", "more_info", "status"],
    additionalProperties: false,
    properties: {
      code: { type: "integer", minimum: 10_000, maximum: 99_999 },
      message: { type: "string" },
      more_info: { type: "string", pattern: "^https://www.twilio.com/docs/errors/\\d{5}$" },
      status: { const: status },
    },
  };
  return ofAnswers.validate(schema, answer) ? [] : [ofAnswers.errorsText()];
}

const resources = {
  messages: "api.v2010.account.message",
  incoming_phone_numbers: "api.v2010.account.incoming_phone_number",
  media_list: "api.v2010.account.message.media",
  available_phone_numbers: "api.v2010.account.available_phone_number_country.available_phone_number_local",
} as const;

/** The document allows further fields everywhere; an emulator that invents or forgets one is still wrong. */
function unknownFields(answer: unknown): string[] {
  return Object.entries(resources).flatMap(([list, name]) => {
    const items = (answer as Record<string, unknown>)[list];
    const known = Object.keys(document.components.schemas[name]?.properties ?? {}).toSorted();
    if (!Array.isArray(items)) return [];
    return items.flatMap((item: object) => {
      const fields = Object.keys(item).toSorted();
      return fields.join() === known.join() ? [] : [`${list} have ${fields.join()}, not ${known.join()}`];
    });
  });
}

/** References stand in the document; `nullable` is OpenAPI's word. */
function rooted(schema: AnySchema): AnySchema {
  const text = JSON.stringify(schema).replaceAll('"#/components', '"document#/components');
  return JSON.parse(text) as AnySchema;
}

export interface Recorder extends AsyncDisposable {
  url: string;
  exchanges: Exchange[];
}

/** A proxy before an API that remembers what went through. */
export async function recordExchanges(target: string): Promise<Recorder> {
  const exchanges: Exchange[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = await text(request);
      const { method = "GET", url = "" } = request;
      const answer = await fetch(target + url, {
        method,
        headers: {
          authorization: request.headers.authorization ?? "",
          ...(body === "" ? {} : { "content-type": "application/x-www-form-urlencoded" }),
        },
        ...(method === "GET" ? {} : { body }),
      });
      const answered = await answer.text();
      const form = Object.fromEntries(new URLSearchParams(body));
      const parsed: unknown = answered === "" ? null : JSON.parse(answered);
      exchanges.push({ method, path: url, form, status: answer.status, answer: parsed });
      response.writeHead(answer.status, { "content-type": "application/json" }).end(answered);
    })().catch((error: unknown) => response.destroy(error as Error));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
