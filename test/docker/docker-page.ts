import { readFileSync } from "node:fs";
import path from "node:path";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";

const page = readFileSync(path.join(repositoryRoot, "docs", "docker.md"), "utf8");

/** The blocks of docs/docker.md in their order: what a person types, pastes into a client, or writes into `.env`. */
export function blocks(language: "bash" | "json" | ""): string[] {
  return [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, found]) => found === language)
    .map(([, , text = ""]) => text);
}
