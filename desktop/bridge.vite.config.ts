/** The bridge as one file of JavaScript without dependencies: what its executable, npm package and .mcpb bundle run. */
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
    // The licenses of what is bundled want to come along with it.
    license: { fileName: "THIRD-PARTY-LICENSES.md" },
    // CommonJS, since an executable's program can be nothing else.
    rolldownOptions: { output: { format: "cjs", entryFileNames: "agentpass-mcp.cjs", codeSplitting: false } },
  },
});
