/** T3 and T8: every procedure, called as everybody, with what is theirs, what is others' and what is nobody's. */
import { ProblemError } from "@agentpass/shared/problem";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import {
  accessWorld,
  owners,
  type AccessWorld,
  type Caller,
  type Named,
  type Owner,
} from "../../../test/support/access-world.ts";
import { procedureCases } from "../../../test/support/procedure-cases.ts";
import { feedItem, feedItemAtOnce } from "../actions/feed-item.ts";
import { signIn } from "../actions/sign-in.ts";
import { isPermitted, type Permission, type Viewer } from "../domain/access.ts";
import { createTeamStreams } from "../publish/team-streams.ts";
import { withTeamLock } from "../store/with-team.ts";
import { appRouter } from "./app-router.ts";
import type { Context } from "./context.ts";
import { verifies } from "../../../test/support/verifies.ts";
import { faultSeed, fullCount } from "../../../test/support/full-count.ts";

const SEED = faultSeed(20261122);
/** Some ten calls each; 10^4 in a full run. */
const CONVERSATIONS = fullCount("FAULT_CONVERSATIONS", 40);

interface Procedure {
  _def: { type: string; meta?: { permission: Permission }; inputs: z.ZodType[] };
}
const procedures = appRouter._def.procedures as unknown as Record<string, Procedure>;
const paths = Object.keys(procedures).toSorted();

/** What came of a call: the answer, or the refusal in words. */
interface Outcome {
  ok: boolean;
  code?: string | undefined;
  message?: string;
  text: string;
}

class Model implements AsyncDisposable {
  readonly world: AccessWorld;
  readonly #streams;

  constructor(world: AccessWorld) {
    this.world = world;
    this.#streams = createTeamStreams(world.t.store, () => {});
    world.t.store.wakeUp = (teamId) => this.#streams.wake(teamId);
  }

  async viewer({ key }: Caller): Promise<Viewer | null> {
    return signIn(this.world.t.store, key).then(
      ({ viewer }) => viewer,
      () => null,
    );
  }

  async call(path: string, caller: Caller, input: unknown): Promise<Outcome> {
    const { store } = this.world.t;
    const ctx: Context = {
      store,
      feed: {
        store,
        streams: this.#streams,
        itemOf: (viewer, event) => feedItem(store, viewer, event),
        itemAtOnce: feedItemAtOnce,
        publicUrl: () => "http://127.0.0.1",
        callerAddress: () => null,
        publicCalls: { call: () => true, bad: () => true },
        postToChat: async () => "taken",
        postToWebhook: async () => ({ status: 200, body: '{"status":"accepted"}' }),
      },
      address: null,
      signedIn: async () => (await signIn(store, caller.key)).viewer,
      connection: {
        ready: async () => {},
        push: () => false,
        addSubscription: () => () => {},
        inTurn: (work) => work(),
      },
    };
    const client = appRouter.createCaller(ctx) as unknown as Record<
      string,
      Record<string, (given: unknown) => Promise<unknown>>
    >;
    const [router = "", name = ""] = path.split(".");
    try {
      const answer = await client[router]?.[name]?.(input);
      const all =
        path === "feed.live" ? await this.#replay(answer as AsyncIterable<unknown>, caller) : answer;
      return { ok: true, text: JSON.stringify(all) ?? "" };
    } catch (error) {
      const cause = error instanceof Error ? error.cause : undefined;
      const message = error instanceof Error ? error.message : String(error);
      const code =
        cause instanceof ProblemError
          ? cause.problem.code
          : cause instanceof z.ZodError
            ? "invalid_input"
            : undefined;
      return { ok: false, code, message, text: JSON.stringify([message, cause]) };
    }
  }

  /** Everything up to an event that is made now and that the caller hears of. */
  async #replay(items: AsyncIterable<unknown>, caller: Caller): Promise<unknown[]> {
    const viewer = await this.viewer(caller);
    if (!viewer) throw new Error("a feed opened for nobody");
    const seq = await withTeamLock(this.world.t.store, viewer.teamId, async (team) =>
      team.emit(
        viewer.kind === "agent"
          ? { type: "agent.changed", agentId: viewer.agentId }
          : { type: "team.changed" },
      ),
    );
    const heard: unknown[] = [];
    for await (const item of items) {
      heard.push(item);
      if (JSON.stringify(item).includes(`:${seq}:`)) return heard;
    }
    throw new Error("the feed ended");
  }

  /** What this caller must not be answered. */
  faultsOf(caller: Caller, { ok, code, text }: Outcome): string[] {
    const leaks = Object.entries(this.world.canaries)
      .filter(([whose, texts]) => !caller.maySee.includes(whose) && texts.some((one) => text.includes(one)))
      .map(([whose]) => `shows a message of ${whose}`);
    return ok || code !== undefined ? leaks : [...leaks, "a bug, no refusal"];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#streams.close();
    await this.world[Symbol.asyncDispose]();
  }
}

let shared: Model;
beforeAll(async () => void (shared = new Model(await accessWorld())));
afterAll(() => shared[Symbol.asyncDispose]());

test("every procedure has a case", () => {
  expect(
    paths.filter((path) => !(path in procedureCases)),
    "add a good input of each to test/support/procedure-cases.ts, naming things by `of`",
  ).toEqual([]);
  expect(
    Object.keys(procedureCases).filter((path) => !(path in procedures)),
    "take these out of it",
  ).toEqual([]);
});

describe.each(paths)("%s", (path) => {
  const { permission } = procedures[path]?._def.meta ?? { permission: "anyone" as const };
  const { input, spoils, tellsApart } = procedureCases[path] ?? { input: () => undefined };

  test(
    verifies(
      ["T3", "T17"],
      "is for whom its permission says, shows nobody another's messages, and tells no foreign id from an unknown one",
    ),
    async () => {
      await using own = spoils ? new Model(await accessWorld()) : null;
      const model = own ?? shared;
      const { callers, ids, otherTeamId } = model.world;
      const faults: string[] = [];
      for (const [who, caller] of Object.entries(callers)) {
        const seen: Partial<Record<Owner, Outcome>> = {};
        // What is the caller's own comes last, since it may end the caller.
        for (const owner of owners.toReversed()) {
          const viewer = await model.viewer(caller);
          const outcome = await model.call(path, caller, input(ids[owner]));
          const found = [
            ...model.faultsOf(caller, outcome),
            ...wronglyLetIn({ outcome, viewer, permission }),
          ];
          faults.push(
            ...found.map((fault) => `as ${who} on ${owner}'s: ${fault}: ${outcome.text.slice(0, 300)}`),
          );
          if (viewer?.teamId !== otherTeamId && names(input, ids[owner])) seen[owner] = outcome;
        }
        const { otherTeam, invented } = seen;
        if (!otherTeam || !invented || tellsApart !== undefined) continue;
        const [theirs, nobodys] = [anonymous(otherTeam, ids.otherTeam), anonymous(invented, ids.invented)];
        if (theirs !== nobodys)
          faults.push(`as ${who} another team's can be told: ${theirs} against ${nobodys}`);
      }
      expect(faults).toEqual([]);
    },
  );
});

/** Whether the procedure's input names something. */
function names(input: (of: Named) => unknown, of: Named): boolean {
  const given = JSON.stringify(input(of)) ?? "";
  return Object.values(of).some((id: string) => id !== "" && given.includes(JSON.stringify(id)));
}

/** Whom the procedure is not for is refused by it, whatever it is asked; the others are not. */
function wronglyLetIn({
  outcome: { ok, code, message = "" },
  viewer,
  permission,
}: {
  outcome: Outcome;
  viewer: Viewer | null;
  permission: Permission;
}): string[] {
  if (permission === "anyone") return [];
  if (viewer === null) return NOT_SIGNED_IN.test(message) ? [] : ["let in without a key"];
  const isRefused = !ok && code === "not_allowed" && REFUSED.test(message);
  if (isRefused === !isPermitted(viewer, permission)) return [];
  return [`${permission} is its permission, which is not what it asks for`];
}
const NOT_SIGNED_IN = /^(No key was given|This key is not valid here|This agent is paused)/;
const REFUSED = /^(This needs (an agent's key|an admin|an owner)|This is for people)/;

/** An outcome without the names that its input held, and without what differs from one call to the next. */
function anonymous({ ok, code, text }: Outcome, ids: object): string {
  let plain = text;
  for (const id of Object.values(ids)) if (id !== "") plain = plain.replaceAll(String(id), "ID");
  return `${ok ? "ok" : code} ${plain.replace(VARYING, "VARIES")}`;
}
const VARYING =
  /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{8}:\d+:[0-9a-f]{8}|ap_\w+|new [0-9a-f]{8}|[0-9.]{10,}|"[\w-]{20,}"|\d{4}-\d\d-\d\dT[\d:.]+Z/g;

test("each is shown its own messages: the model can see", async () => {
  const { callers, canaries } = shared.world;
  for (const [who, path] of [
    ["Ann's agent a1", "agent.listMessages"],
    ["Ann's device", "message.list"],
    ["the owner's key", "message.list"],
    ["another team's owner", "message.list"],
  ] as const) {
    const caller = callers[who] as Caller;
    const { text } = await shared.call(path, caller, {});
    for (const whose of caller.maySee) expect(text, `${who} sees ${whose}`).toContain(canaries[whose]?.[0]);
  }
  const { text } = await shared.call("approval.list", callers["Ann's device"] as Caller, undefined);
  expect(text).toContain(canaries["a2"]?.[0]);
});

test(
  verifies("T3", "nobody is shown another's messages, whatever is asked in whatever order"),
  async () => {
    await using model = new Model(await accessWorld());
    const { callers, ids } = model.world;
    const known = Object.values(ids).flatMap((named) => Object.values(named) as string[]);
    const text = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known) }, fc.string({ maxLength: 12 }));
    const call = fc
      .tuple(
        fc.constantFrom(...paths.filter((path) => path !== "feed.live")),
        fc.constantFrom(...Object.keys(callers)),
      )
      .chain(([path, who]) => inputFor(path, text).map((input) => ({ path, who, input })));
    // Whom a change of policy or of role lets see more is held to the most that it could ever see.
    const team = Object.keys(model.world.canaries).filter((whose) => whose !== "other");
    const most = (who: string, caller: Caller): Caller => {
      if (who.includes("a2")) return { ...caller, maySee: ["a2"] };
      return caller.maySee.length > 2 ? { ...caller, maySee: team } : caller;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 5, maxLength: 15 }), async (calls) => {
        for (const { path, who, input } of calls) {
          const caller = most(who, callers[who] as Caller);
          const outcome = await model.call(path, caller, input);
          expect(model.faultsOf(caller, outcome), `${path} as ${who}: ${outcome.text.slice(0, 300)}`).toEqual(
            [],
          );
        }
      }),
      { seed: SEED, numRuns: CONVERSATIONS },
    );
  },
  30_000 + CONVERSATIONS * 2_000,
);

/** Inputs of the shape that a procedure takes, now and then broken, whose texts name what there is. */
function inputFor(path: string, text: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const [schema] = procedures[path]?._def.inputs ?? [];
  if (!schema) return fc.constant(undefined);
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return fc.oneof({ weight: 9, arbitrary: valueOf(json as JsonSchema, text) }, fc.jsonValue());
}

interface JsonSchema {
  type?: string;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

function valueOf(schema: JsonSchema, text: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => valueOf(one, text)));
  switch (schema.type ?? "string") {
    case "object": {
      const fields = Object.entries(schema.properties ?? {}).map(
        ([name, one]) => [name, valueOf(one, text)] as const,
      );
      return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] });
    }
    case "array":
      return fc.array(valueOf(schema.items ?? {}, text), { maxLength: 3 });
    case "integer":
    case "number":
      return fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer());
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return text;
  }
}
