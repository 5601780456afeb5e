import { createServer } from "node:net";
import { Secret } from "@agentpass/shared/secret";
import { expect, test } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { reachDatabase } from "./reach-database.ts";

const LOGIN = "postgresql://somebody:their-password";

async function refusal(url: string): Promise<string> {
  const message = await reachDatabase(new Secret(url)).then(
    () => "reached",
    (error: Error) => error.message,
  );
  expect(message).not.toContain("their-password");
  return message;
}

test("a database that takes a connection is reached", async () => {
  await using database = await testDatabase();
  expect(await reachDatabase(new Secret(database.url))).toEqual({ connectionString: database.url });
});

test("where nobody listens it says so", async () => {
  expect(await refusal(`${LOGIN}@127.0.0.1:1/agentpass`)).toBe(
    "PostgreSQL at 127.0.0.1:1 (DATABASE_URL) cannot be used: nobody listens there. Start it, or correct the host and the port.",
  );
});

test("a host that is not there is named", async () => {
  expect(await refusal(`${LOGIN}@no-such-host.invalid/agentpass`)).toMatch(
    /^PostgreSQL at no-such-host\.invalid:5432 .* there is no host of that name/,
  );
});

test("a login that is refused is named, its password is not", async () => {
  await using database = await testDatabase();
  const url = database.url.replace(/\/\/[^@]*@/, "//somebody:their-password@");
  expect(await refusal(url)).toMatch(
    /cannot be used: it refuses the login somebody\. Correct the user or the password/,
  );
});

test("a database that is not there comes with the statement that makes it", async () => {
  await using database = await testDatabase();
  const url = database.url.replace(database.connection.database, "not_made");
  expect(await refusal(url)).toMatch(/it has no database not_made\. .* CREATE DATABASE "not_made";/);
});

test("something else that listens there is no database", async () => {
  await using other = createServer((socket) => socket.resume().end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  expect(await refusal(`${LOGIN}@127.0.0.1:${port}/agentpass`)).toMatch(/cannot be used: .+\./);
});

test("a certificate's file that is not there is named", async () => {
  expect(await refusal(`${LOGIN}@127.0.0.1:1/agentpass?sslrootcert=/not/there.pem`)).toMatch(
    /^DATABASE_URL cannot be used: .*\/not\/there\.pem/,
  );
});
