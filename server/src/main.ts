/** `pnpm start`. It loads little itself, so that it hears a stop early and the rest comes out of the compile cache. */
import { useCompileCache } from "./start/compile-cache.ts";
import { hearStopSignals } from "./start/stop-signals.ts";

const stops = hearStopSignals();
useCompileCache();
const { serve } = await import("./start/serve.ts");
await serve(stops);
