/** Who is let in by NATS and how: credentials, encryption, and what doctor says of it. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterEach, expect, test } from "vitest";
import { checkNats } from "../../server/src/cli/doctor/check-nats.ts";
import type { Finding } from "../../server/src/cli/doctor/finding.ts";
import { examine } from "../../server/src/cli/doctor/patient.ts";
import { readEnvironment } from "../../server/src/config/read-environment.ts";
import { freePort } from "../support/free-port.ts";
import { NatsServer } from "../support/nats-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const trusted = getCACertificates("default");
afterEach(() => setDefaultCACertificates(trusted));

/** What doctor finds where this is NATS_URL. */
async function doctorOn(url: string): Promise<Finding | undefined> {
  const real = {
    AGENTPASS_DATA_DIR: temporaryFolder(),
    DATABASE_URL: "postgresql://nobody@127.0.0.1:9/none",
    AGENTPASS_MASTER_KEY: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
    NATS_URL: url,
  };
  const [finding] = await checkNats(await examine(() => readEnvironment({ real })));
  return finding;
}

/** A certificate for localhost that nobody has signed but itself. */
function certificate(): { cert: string; key: string } {
  const folder = temporaryFolder();
  const [cert, key] = [path.join(folder, "cert.pem"), path.join(folder, "key.pem")];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const files = ["-keyout", key, "-out", cert];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...subject, ...files], {
    stdio: "ignore",
  });
  return { cert, key };
}

test("doctor says that NATS is there, or why it lets nobody in, and no secret", async () => {
  await using open = await NatsServer.start();
  expect(await doctorOn(open.url)).toMatchObject({ check: "nats", status: "ok" });
  const nobody = await doctorOn(`nats://127.0.0.1:${await freePort()}`);
  expect(nobody?.message).toContain("connection refused");

  await using guarded = await NatsServer.start(["--user", "node", "--pass", "s3cret"]);
  const by = (credentials: string): Promise<Finding | undefined> =>
    doctorOn(guarded.url.replace("//", `//${credentials}@`));
  expect(await by("node:s3cret")).toMatchObject({ status: "ok" });
  const refused = await by("node:hunter2");
  expect(refused?.message).toContain("Authorization Violation");
  expect(JSON.stringify(refused)).not.toContain("hunter2");

  await using token = await NatsServer.start(["--auth", "t0ken"]);
  expect(await doctorOn(token.url.replace("//", "//t0ken@"))).toMatchObject({ status: "ok" });
  expect(await doctorOn(token.url)).toMatchObject({ status: "problem" });
});

test("tls:// goes to a NATS whose certificate can be trusted, and to no other", async () => {
  const { cert, key } = certificate();
  await using encrypted = await NatsServer.start(["--tls", "--tlscert", cert, "--tlskey", key]);
  await using plain = await NatsServer.start();
  expect((await doctorOn(`tls://localhost:${encrypted.port}`))?.message).toContain("self-signed");
  setDefaultCACertificates([...trusted, readFileSync(cert, "utf8")]);
  expect(await doctorOn(`tls://localhost:${encrypted.port}`)).toMatchObject({ status: "ok" });
  expect((await doctorOn(`tls://localhost:${plain.port}`))?.message).toContain("does not support 'tls'");
});
