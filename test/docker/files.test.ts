import { readFileSync } from "node:fs";
import path from "node:path";
import { DCLinter } from "dclint";
import { validate } from "dockerfile-utils";
import { parse } from "yaml";
import { expect, test } from "vitest";
import { z } from "zod";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";

const text = (name: string): string => readFileSync(path.join(repositoryRoot, name), "utf8");
const dockerfile = text("Dockerfile")
  .replaceAll(/^#.*\n/gm, "")
  .replaceAll(/\\\n\s*/g, " ");
const instructions = (name: string): string[] =>
  dockerfile.split("\n").filter((line) => line.startsWith(`${name} `));

/** An exact version: at least two numbers of it. hadolint DL3006, DL3007. */
const PINNED = /^[a-z]+:\d+\.\d+(\.\d+)?(-[a-z]+)*$/;

const service = z.object({
  image: z.string(),
  user: z.string().optional(),
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal("ALL")]),
  security_opt: z.tuple([z.literal("no-new-privileges:true")]),
  restart: z.literal("unless-stopped"),
  ports: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.unknown()).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }),
});
const compose = z
  .object({ services: z.record(z.string(), service) })
  .parse(parse(text("docker-compose.yml"), { merge: true }));

/** dclint's declarations lack the file that says this. */
const linted = z.array(
  z.object({ messages: z.array(z.object({ rule: z.string(), line: z.number(), message: z.string() })) }),
);

test("the Dockerfile has no fault that Docker's language server knows", () => {
  expect(validate(text("Dockerfile"))).toEqual([]);
});

test("the Dockerfile keeps hadolint's rules on versions, users, ADD and exec form", () => {
  for (const line of instructions("FROM")) expect(line.split(" ")[1]).toMatch(PINNED);
  expect(dockerfile).toMatch(/npm install --global pnpm@\d+\.\d+\.\d+$/m);
  // DL3020, DL3002, DL3025
  expect(instructions("ADD")).toEqual([]);
  expect(instructions("USER").at(-1)).toBe("USER agentpass");
  for (const line of [...instructions("CMD"), ...instructions("ENTRYPOINT")]) expect(line).toMatch(/^\w+ \[/);
  expect(dockerfile).toMatch(/^HEALTHCHECK .*CMD \[/m);
  expect(dockerfile).not.toMatch(/\b(sudo|curl|wget)\b|(KEY|TOKEN|SECRET|PASSWORD)=/);
});

test("the image says the version that the packages have", () => {
  expect(dockerfile).toContain(
    `version="${z.object({ version: z.string() }).parse(JSON.parse(text("package.json"))).version}"`,
  );
});

test("docker-compose.yml fits Compose's schema and its linter's rules, but for those on order and taste", () => {
  const tastes = [
    "top-level-properties-order",
    "services-alphabetical-order",
    "service-keys-order",
    "service-dependencies-alphabetical-order",
    "service-ports-alphabetical-order",
    "no-quotes-in-volumes",
    "require-quotes-in-ports",
    "require-project-name-field",
    // The address is in the variable's default, which another test looks at.
    "no-unbound-port-interfaces",
  ];
  const rules = Object.fromEntries(tastes.map((name) => [name, 0 as const]));
  const linter = new DCLinter({ rules, quiet: false, debug: false, exclude: [], stopOnFirstError: false });
  const faults = linted
    .parse(linter.lintFiles([path.join(repositoryRoot, "docker-compose.yml")], false))
    .flatMap((file) => file.messages.map(({ rule, line, message }) => `${line}: ${message} (${rule})`));
  expect(faults).toEqual([]);
});

test("every service is pinned, without root, published on this machine only, and asked how it is", () => {
  const names = Object.keys(compose.services);
  expect(names).toEqual(["server", "database", "backup", "server-2", "nats", "proxy"]);
  for (const [name, { image, user, ports }] of Object.entries(compose.services)) {
    // The image of our own has its user in its Dockerfile.
    expect(image, name).toMatch(image === "agentpass-sms" ? /^/ : PINNED);
    expect(user ?? image, name).toMatch(/^(agentpass-sms|postgres|nginx|65534:65534)$/);
    for (const port of ports) expect(port).toMatch(/^\$\{AGENTPASS_\w+:-127\.0\.0\.1:\d+\}:\d+$/);
  }
});

test("docker-compose.yml passes on every variable of .env.example and gives no secret a value", () => {
  const example = [...text(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name = ""]) => name);
  const fixed = new Set(["HOST", "PORT", "AGENTPASS_DATA_DIR", "DATABASE_URL", "AGENTPASS_MASTER_KEY"]);
  for (const node of ["server", "server-2"]) {
    const { environment = {} } = compose.services[node] ?? {};
    expect(Object.keys(environment)).toEqual(
      expect.arrayContaining(example.filter((name) => !fixed.has(name))),
    );
    const given = Object.entries(environment).filter(([, value]) => value !== null);
    expect(given.map(([name]) => name)).toEqual(["DATABASE_URL_FILE", "AGENTPASS_MASTER_KEY_FILE"]);
  }
});
