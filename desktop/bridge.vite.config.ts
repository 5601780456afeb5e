/** The bridge as one file of JavaScript, for the packaged app to bring along: it runs on any Node, not on Electron. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  ssr: { noExternal: true, external: ["bufferutil", "utf-8-validate"] },
  build: {
    ssr: here("src/bridge/bridge-main.ts"),
    outDir: here("out/bridge"),
    target: "node20",
    minify: true,
    rolldownOptions: { output: { entryFileNames: "agentpass-mcp.mjs", codeSplitting: false } },
  },
});
