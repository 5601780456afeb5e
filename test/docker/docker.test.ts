/** docs/docker.md to the letter, block after block, and what must be true between them. */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { AgentClient } from "../support/agent-client.ts";
import { connectClient } from "../support/mcp-clients.ts";
import { readPage } from "../documents/read-page.ts";
import { blocks } from "./docker-page.ts";
import { Checkout } from "./engine.ts";

const checkout = new Checkout();
const [build, makeKey, simulate, strict, backup, restore, secrets, up, dump, restoreDump, cluster] =
  blocks("bash");
const madeKey = z.object({ key: z.string() });
const CODE = "482913";
const COMPOSE = "docker compose --profile cluster";

afterAll(async () => {
  await checkout.run(
    `${COMPOSE} down --volumes --remove-orphans; docker rm --force --volumes agentpass; docker volume rm agentpass-data agentpass-backups`,
  );
  checkout[Symbol.dispose]();
}, 120_000);

function block(text: string | undefined): string {
  if (text === undefined) throw new Error("docs/docker.md has fewer blocks than this test knows");
  return text;
}

/** What an agent on this machine sees of a code that a simulated service sends. */
async function codeOf(agent: AgentClient, send: string): Promise<unknown> {
  const number = await agent.lease();
  const [, answer] = await Promise.all([checkout.does(send.replace("+15551234567", number)), agent.wait()]);
  return answer.structuredContent;
}

const remoteBridge = (apiUrl: string, key: string): Promise<AgentClient> =>
  AgentClient.connect({
    AGENTPASS_API_URL: apiUrl,
    AGENTPASS_API_KEY: key,
    AGENTPASS_DATA_DIR: checkout.folder,
  });

test("every block of the page is executed here", () => {
  expect(blocks("bash")).toHaveLength(11);
});

test("the image builds and runs, and doctor finds nothing wrong", async () => {
  expect(await checkout.does(block(build))).toMatch(/No problem\./);
  const size = await checkout.does("docker image inspect --format '{{.Size}}' agentpass-sms");
  console.log(`The image has ${Math.round(Number(size) / 1e6)} MB.`);
  expect(Number(size)).toBeLessThan(360e6);
});

test("there is nothing in the image but what runs", async () => {
  const files = await checkout.does(
    "docker exec agentpass find / -xdev -not -path '/proc/*' -not -path '/data/*' 2>/dev/null || true",
  );
  expect(files).toContain("/app/server/src/main.ts");
  const unwanted =
    /\/(\.env[^/]*|\.git|\.npm|npm|npx|pnpm|yarn|corepack)$|\/bin\/(gcc|cc|make|python3)$|\/app\/(test|docs|secrets|data)(\/|$)|\/app\/(server|shared|desktop)\/(?!node_modules).*(\.test\.|test-support)|\/\.pnpm\/(typescript|vitest|electron|vite|react|oxlint|@types\+)/;
  expect(files.split("\n").filter((file) => unwanted.test(file))).toEqual([]);
  expect(await checkout.does("docker exec agentpass find /app -writable")).toBe("");
  expect((await checkout.does("docker exec agentpass id -u")).trim()).toBe("1000");
  const comm = await checkout.does("docker exec agentpass cat /proc/1/cmdline");
  expect(comm).toMatch(/^node\0/);
});

test("a client on the host gets the code by the bridge in the container", async () => {
  const entry = z
    .object({
      mcpServers: z.object({ "agentpass-sms": z.object({ command: z.string(), args: z.array(z.string()) }) }),
    })
    .parse(JSON.parse(block(blocks("json")[0]))).mcpServers["agentpass-sms"];
  const env = { PATH: process.env["PATH"] ?? "", DOCKER_HOST: process.env["DOCKER_HOST"] ?? "" };
  const client = await connectClient("v1", { ...entry, env, cwd: "/" });
  try {
    const number = await client.callTool({ name: "get_phone_number", arguments: {} });
    const { phone_number } = z.object({ phone_number: z.string() }).parse(number.structuredContent);
    // The first of the pool, as the page has it.
    expect(phone_number).toBe("+15551234567");
    const waiting = client.callTool({ name: "wait_for_sms", arguments: { phone_number } });
    await checkout.does(block(simulate));
    expect(JSON.stringify((await waiting).structuredContent)).toContain(CODE);
  } finally {
    await client.close();
  }
});

test("a client on the host gets the code by its own bridge, with a key from the container", async () => {
  const { key } = madeKey.parse(JSON.parse(await checkout.does(block(makeKey))));
  await using agent = await remoteBridge("http://127.0.0.1:3846", key);
  expect(JSON.stringify(await codeOf(agent, block(simulate)))).toContain(CODE);
});

test("it stops at once and cleanly when Docker asks", async () => {
  const stopped = await checkout.does(
    "docker stop agentpass; docker inspect --format '{{.State.ExitCode}}' agentpass; docker logs agentpass",
  );
  expect(stopped).toMatch(/^agentpass\n0\n/);
  expect(stopped).toContain("Stopping: clients are told to reconnect");
});

test("it runs without a writable root, without capabilities, on the same volume", async () => {
  writeFileSync(path.join(checkout.folder, "server.env"), "AGENTPASS_MODE=mock\n");
  await checkout.does(block(strict));
  await checkout.does(
    "until [ \"$(docker inspect --format '{{.State.Health.Status}}' agentpass)\" = healthy ]; do sleep 0.5; done",
  );
  expect((await checkout.run("docker exec agentpass touch /app/anything")).stderr).toContain(
    "Read-only file system",
  );
  expect(await checkout.does("docker exec agentpass agentpass key list")).toContain("my-agent");
});

test("a backup goes into a mounted folder, and comes back with every key suspended", async () => {
  await checkout.does(block(backup));
  expect(await checkout.does(block(restore))).toMatch(/Restored\..*keys wait to be confirmed/);
  const keys = await checkout.does("until docker exec agentpass agentpass key list; do sleep 1; done");
  expect(keys).toMatch(/my-agent.*to be confirmed/);
});

test("a user or folder that cannot work is refused with the mend", async () => {
  const start = "docker run --rm -e AGENTPASS_MODE=mock";
  const nameless = await checkout.run(
    `${start} --user 1234 --tmpfs /data:exec,uid=1234,mode=0700 agentpass-sms`,
  );
  expect(nameless).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining("user 1234 has none in /etc/passwd"),
  });
  const foreign = await checkout.run(`${start} --tmpfs /data:exec,uid=7,mode=0700 agentpass-sms`);
  expect(foreign).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining("belongs to user 7, and this is user 1000"),
  });
  const { commands } = readPage("docs/docker.md");
  const mend = commands.find(({ text }) => text.includes("chown -R"))?.typed ?? "";
  await checkout.does(mend.replace("agentpass:", "7:7"));
  const old = `${start} -v agentpass-data:/data agentpass-sms`;
  expect((await checkout.run(old)).stderr).toContain("belongs to user 7, and this is user 1000");
  await checkout.does(mend);
  expect((await checkout.does(`${old} stat --format %u /data`)).trim()).toBe("1000");
  const accident = await checkout.run("docker run --rm agentpass-sms");
  expect(accident).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("AGENTPASS_MODE=mock") });
  await checkout.does("docker rm --force agentpass");
});

test("a stop is heard while it still starts, as process 1 too", async () => {
  // A database that never answers.
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  const connected = once(silent, "connection");
  const { port } = z.object({ port: z.number() }).parse(silent.address());
  try {
    const masterKey = `k1:${randomBytes(32).toString("base64")}`;
    await checkout.does(
      `docker run --detach --name agentpass --network host -e PORT=0 -e AGENTPASS_MODE=mock -e AGENTPASS_MASTER_KEY=${masterKey} -e DATABASE_URL=postgresql://a:b@127.0.0.1:${port}/c agentpass-sms`,
    );
    await connected;
    const stopped = await checkout.does(
      "docker stop agentpass; docker inspect --format '{{.State.ExitCode}}' agentpass; docker rm agentpass",
    );
    expect(stopped).toBe("agentpass\n1\nagentpass\n");
  } finally {
    silent.close();
  }
});

test("compose brings up server, PostgreSQL and backup from secrets in files", async () => {
  await checkout.does(block(secrets));
  writeFileSync(path.join(checkout.folder, ".env"), "AGENTPASS_MODE=mock\n");
  const said = await checkout.does(block(up));
  expect(said).toMatch(/ok +database +PostgreSQL .*of DATABASE_URL/);
  const { key } = madeKey.parse(JSON.parse(/\{[^{}]*\}\s*$/.exec(said)?.[0] ?? ""));
  await using agent = await remoteBridge("http://127.0.0.1:3846", key);
  const send = block(simulate).replace("docker exec agentpass", "docker compose exec -T server");
  expect(JSON.stringify(await codeOf(agent, send))).toContain(CODE);
  const container = (await checkout.does("docker compose ps -q server")).trim();
  const inspected = await checkout.does(`docker inspect ${container}`);
  expect(inspected).toContain("DATABASE_URL_FILE=/run/secrets/database-url");
  expect(inspected).not.toContain("postgresql://");
});

test("a dump of compose's PostgreSQL comes back by the page's commands", async () => {
  await checkout.does(block(dump));
  await checkout.does(
    "docker compose exec -T server agentpass key create --kind agent --name after-the-dump",
  );
  expect(await checkout.does(block(restoreDump))).toMatch(/Restored\..*keys wait to be confirmed/);
  const keys = await checkout.does(
    "until docker compose exec -T server agentpass key list; do sleep 1; done",
  );
  expect(keys).toContain("my-agent");
  expect(keys).not.toContain("after-the-dump");
});

test("the cluster answers through its proxy, by either node", async () => {
  // After a restore every number rests.
  await checkout.does("docker compose down --volumes");
  writeFileSync(path.join(checkout.folder, ".env"), `AGENTPASS_MODE=mock\n${block(blocks("")[0])}`);
  expect(await checkout.does(block(cluster))).toContain('"ready":true');
  const made = await checkout.does(
    "docker compose exec -T server agentpass key create --kind agent --name clustered --json",
  );
  await using agent = await remoteBridge("http://127.0.0.1:8080", madeKey.parse(JSON.parse(made)).key);
  const send = block(simulate).replace("docker exec agentpass", "docker compose exec -T server");
  expect(JSON.stringify(await codeOf(agent, send))).toContain(CODE);
  await checkout.does("docker compose stop server");
  await checkout.does("curl --silent --fail http://127.0.0.1:8080/readyz");
});
