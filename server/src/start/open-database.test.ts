import { Secret } from "@agentpass/shared/secret";
import { expect, test } from "vitest";
import { silentLogger } from "../ops/logger.ts";
import { openDatabase } from "./open-database.ts";

test("a configured PostgreSQL that does not answer is named with the mend, and without its password", async () => {
  const databaseUrl = new Secret("postgresql://agentpass:hunter2@127.0.0.1:1/agentpass");
  const opening = openDatabase({ databaseUrl, dataFolder: "/nonexistent" }, silentLogger);
  const { message } = await opening.then(
    () => expect.unreachable(),
    (error: Error) => error,
  );
  expect(message).toBe(
    "The PostgreSQL of DATABASE_URL cannot be used (ECONNREFUSED): start it, or correct the address, user, password and database in DATABASE_URL.",
  );
});
