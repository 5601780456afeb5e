/** The one place where server and clients meet at compile time: a type, nothing that runs. */
export type { AppRouter } from "../../server/src/rpc/app-router.ts";
