import { packExtension } from "@anthropic-ai/mcpb";
import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mcpbManifest } from "./mcpb-manifest.ts";
import { packageFacts } from "./package-facts.ts";

const icon = fileURLToPath(new URL("../../resources/icons/app/512x512.png", import.meta.url));

/** Packs `target`, a .mcpb bundle for Claude Desktop: what is in the bridge's npm package, with a manifest and an icon. */
export async function buildMcpbBundle(npmPackage: string, target: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "agentpass-mcpb-"));
  try {
    cpSync(npmPackage, work, { recursive: true });
    copyFileSync(icon, join(work, "icon.png"));
    writeFileSync(join(work, "manifest.json"), `${JSON.stringify(mcpbManifest(packageFacts()), null, 2)}\n`);
    // Checks the manifest first, and prints what is wrong with it.
    if (!(await packExtension({ extensionPath: work, outputPath: target, silent: true })))
      throw new Error(`${target} could not be packed.`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
