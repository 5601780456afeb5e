/** A stock pool without an `error` listener, whose idle connection the database ends. */
import { setTimeout as delay } from "node:timers/promises";
import { Client, Pool } from "pg";

const [connectionString] = process.argv.slice(2);
const pool = new Pool({ connectionString, application_name: "stock_pool" });
await pool.query("select 1");
const other = new Client({ connectionString });
await other.connect();
console.log("cutting");
await other.query(
  "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'stock_pool'",
);
while (pool.totalCount > 0) await delay(5);
await other.end();
console.log("survived");
process.exit(0);
