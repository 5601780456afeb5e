import { open } from "node:fs/promises";

/** A rename or a new name lasts over a power cut only when its folder has been synced too. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
