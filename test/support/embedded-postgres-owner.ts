/**
 * A program that owns an embedded PostgreSQL, for tests that kill it: `node embedded-postgres-owner.ts FOLDER [UID]`.
 * Prints one line of JSON, `{ postgres }` or `{ error }`, and stops when its standard input ends.
 */
import { startEmbeddedPostgres } from "../../server/src/store/embedded-postgres.ts";
import { readPostmaster } from "../../server/src/store/embedded/postmaster.ts";

const [folder = "", uid] = process.argv.slice(2);
// Given up here and not by the parent: this Node itself may lie where that user cannot reach it.
if (uid !== undefined) {
  process.setgroups?.([]);
  process.setgid?.(Number(uid));
  process.setuid?.(Number(uid));
}
process.on("SIGINT", () => {});
try {
  const postgres = await startEmbeddedPostgres({ dataFolder: folder });
  const { password, ...access } = postgres.connection;
  const connection = { ...access, password: password.reveal() };
  const pid = readPostmaster(`${folder}/postgres/cluster-18/data`)?.pid;
  console.log(JSON.stringify({ postgres: { connection, pid } }));
  process.stdin.resume().once("end", () => void postgres.stop());
} catch (error) {
  console.log(JSON.stringify({ error: (error as Error).message }));
}
