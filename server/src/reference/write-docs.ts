/** `pnpm docs:api`: writes the pages of docs/ that are made from the code. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { repositoryRoot } from "../config/read-environment.ts";
import { pages } from "./pages.ts";

for (const [name, page] of Object.entries(pages))
  writeFileSync(path.join(repositoryRoot, "docs", name), page());
