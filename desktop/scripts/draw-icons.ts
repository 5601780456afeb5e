/** `pnpm --filter @agentpass/desktop icons`: draws resources/icons from the SVG files in its folder `source`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { iconFiles } from "./icons/icon-files.ts";

const folder = fileURLToPath(new URL("../resources/icons", import.meta.url));
for (const [path, content] of await iconFiles(join(folder, "source"))) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
