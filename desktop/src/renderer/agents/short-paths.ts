import type { AppView } from "../../shared/app-state.ts";

/** A text with the paths of the person's home as they write them: `~/.cursor/mcp.json`. Windows has no such sign. */
export function shortPaths(text: string, { home, platform }: Pick<AppView, "home" | "platform">): string {
  return platform === "win32" || home === "/" ? text : text.replaceAll(`${home}/`, "~/");
}
