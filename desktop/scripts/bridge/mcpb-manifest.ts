import { toolDefinitions } from "../../src/bridge/tool-definitions.ts";
import type { packageFacts } from "./package-facts.ts";

/** The manifest of the .mcpb bundle; the format: MCPB's MANIFEST.md, version 0.3. */
export function mcpbManifest({ version, license, author }: ReturnType<typeof packageFacts>): object {
  return {
    manifest_version: "0.3",
    name: "agentpass-sms",
    display_name: "AgentPass SMS",
    version,
    description: "Phone numbers and the SMS codes sent to them, for sign-ups that your agent does.",
    long_description:
      "With the AgentPass app on this computer leave both settings empty: the app asks you the first time. Without the app " +
      "give the address of your team's AgentPass server and a key that an admin made for this agent.",
    author: { name: author },
    license,
    keywords: ["sms", "otp", "sign-up"],
    icon: "icon.png",
    server: {
      type: "node",
      entry_point: "bin/agentpass-mcp.js",
      mcp_config: {
        command: "node",
        args: ["${__dirname}/bin/agentpass-mcp.js"],
        env: {
          AGENTPASS_API_URL: "${user_config.server}",
          AGENTPASS_API_KEY: "${user_config.key}",
        },
      },
    },
    tools: toolDefinitions.map(({ name, description = "" }) => ({
      name,
      description: firstSentence(description),
    })),
    // Their texts are made from what a person fills in, which a manifest's cannot be.
    prompts_generated: true,
    user_config: {
      server: {
        type: "string",
        title: "Server",
        description:
          "Your team's AgentPass server, e.g. https://sms.example.com. Empty where you use the AgentPass app.",
        required: false,
        // Without one Claude Desktop would hand the placeholder over.
        default: "",
      },
      key: {
        type: "string",
        title: "Agent's key",
        description: "The key that an admin made for this agent. Empty where you use the AgentPass app.",
        required: false,
        sensitive: true,
        default: "",
      },
    },
    compatibility: {
      platforms: ["darwin", "win32", "linux"],
      runtimes: { node: ">=20.12" },
    },
  };
}

function firstSentence(text: string): string {
  return text.split(/(?<=\.) /)[0] ?? text;
}
