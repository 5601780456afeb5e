import type { CallToolResult } from "@modelcontextprotocol/server";

/** Structured content and the same JSON as text: not every client reads structured content. */
export function toolResult(content: Record<string, unknown>): CallToolResult {
  const text = JSON.stringify(content);
  return {
    content: [{ type: "text", text }],
    structuredContent: JSON.parse(text) as Record<string, unknown>,
  };
}
