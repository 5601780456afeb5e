import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { fileURLToPath } from "node:url";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What must not be bundled: Electron itself, and the native parts of `ws` that it can do without. */
const external = ["electron", "bufferutil", "utf-8-validate"];

/** CommonJS: a top-level `await app.whenReady()` in an ES module main would wait for itself. */
const commonJs = (outDir: string, input: Record<string, string>) => ({
  outDir,
  target: "node20.18",
  externalizeDeps: false,
  rolldownOptions: {
    input,
    external,
    output: { format: "cjs" as const, entryFileNames: "[name].cjs", chunkFileNames: "[name].cjs" },
  },
});

export default defineConfig({
  main: { build: commonJs(here("out/main"), { main: here("src/main/main.ts") }) },
  preload: { build: commonJs(here("out/preload"), { preload: here("src/preload/preload.ts") }) },
  renderer: {
    root: here("src/renderer"),
    plugins: [react()],
    build: {
      outDir: here("out/renderer"),
      target: "chrome130",
      minify: true,
      rolldownOptions: {
        input: { main: here("src/renderer/main-window.html"), question: here("src/renderer/question.html") },
      },
    },
  },
});
