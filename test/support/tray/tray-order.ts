import { z } from "zod";

/** What a test can tell the tray program to do. */
export const trayOrder = z.object({ revoke: z.string() });
