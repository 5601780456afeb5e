import { app } from "electron";

const PATIENCE_MS = 3_000;

/** Has the app end only after this; what takes longer than 3 s is not waited for. */
export function endInOrder(end: () => Promise<void>): void {
  let isOver = false;
  app.on("will-quit", (event) => {
    if (isOver) return;
    event.preventDefault();
    const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
    void Promise.race([end(), late]).finally(() => {
      isOver = true;
      // Electron ignores a second quit in the turn of the one that was put off.
      setImmediate(() => app.quit());
    });
  });
}
