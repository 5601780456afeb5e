import { app } from "electron";

const PATIENCE_MS = 3_000;

/** Has the app end only after this; what takes longer than 3 s is not waited for. */
export function endInOrder(end: () => Promise<void>): void {
  app.once("will-quit", (event) => {
    event.preventDefault();
    const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
    // While Electron still tells of the first quit it takes no second one.
    void Promise.race([end(), late]).finally(() => setImmediate(() => app.exit()));
  });
}
