/** The folder boundaries of ARCHITECTURE.md. A rule's comment says what it keeps true. */
const io = "^(node:)?(fs|net|http|https|http2|tls|dgram|child_process|worker_threads|cluster)(/|$)";
const npm = (...names) => names.map((name) => `node_modules/${name}/`).join("|");
const only = (name, { comment, packages, allowed }) => ({
  name,
  comment,
  severity: "error",
  from: { path: "^(shared|server|desktop)/", pathNot: [...allowed, "\\.test\\.ts$"] },
  to: { path: npm(...packages) },
});

export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "dependencies go one way",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "pure-rules",
      comment: "domain/ and shared/ do no I/O",
      severity: "error",
      from: { path: "^(shared/src|server/src/domain)/", pathNot: "\\.test\\.ts$" },
      to: { path: io },
    },
    {
      name: "domain-alone",
      comment: "domain/ knows nothing but shared/",
      severity: "error",
      from: { path: "^server/src/domain/" },
      to: { path: "^server/src/(?!domain/)" },
    },
    {
      name: "shared-below",
      comment:
        "shared/ imports no other package (one type-only exception: api.ts; and its tests say what they verify)",
      severity: "error",
      from: { path: "^shared/" },
      to: {
        path: "^(server|desktop|test)/",
        pathNot: "^test/support/verifies[.]ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "server-desktop-apart",
      comment: "server and desktop meet only in shared/",
      severity: "error",
      from: { path: "^desktop/" },
      to: { path: "^server/" },
    },
    {
      name: "desktop-server-apart",
      comment: "server and desktop meet only in shared/",
      severity: "error",
      from: { path: "^server/" },
      to: { path: "^desktop/" },
    },
    {
      name: "tests-above",
      comment: "no product code imports test code",
      severity: "error",
      from: { path: "^(shared|server|desktop)/", pathNot: "\\.test\\.ts$" },
      to: { path: "(^test/|\\.test\\.ts$)" },
    },
    {
      name: "store-never-up",
      comment: "webhook -> store -> publish -> rpc, never back",
      severity: "error",
      from: { path: "^server/src/store/" },
      to: { path: "^server/src/(webhook|publish|rpc|transport|cli)/" },
    },
    {
      name: "publish-never-up",
      comment: "webhook -> store -> publish -> rpc, never back",
      severity: "error",
      from: { path: "^server/src/publish/" },
      to: { path: "^server/src/(webhook|rpc|transport|cli)/" },
    },
    {
      name: "wire-constructs",
      comment: "only main and the commands start the server",
      severity: "error",
      from: { path: "^server/src/(domain|webhook|store|crypto|publish|rpc|transport|ops|config)/" },
      to: { path: "^server/src/(wire|main)\\.ts$" },
    },
    only("sql-in-store", {
      comment: "pg and kysely stay in store/ and the listener",
      packages: ["pg", "kysely", "@types/pg"],
      allowed: ["^server/src/store/", "^server/src/publish/postgres-wake-up\\.ts$"],
    }),
    only("nats-in-publish", {
      comment: "NATS carries hints between nodes and nothing else",
      packages: ["@nats-io"],
      allowed: ["^server/src/publish/"],
    }),
    only("twilio-at-the-edge", {
      comment: "the twilio library stays in twilio/ and webhook/",
      packages: ["twilio"],
      allowed: ["^server/src/(twilio|webhook)/"],
    }),
    only("metrics-in-ops", {
      comment: "the metrics library stays in ops/metrics/; others tell what happened (ops/occurrence.ts)",
      packages: ["prom-client"],
      allowed: ["^server/src/ops/metrics/"],
    }),
    {
      name: "feed-client-alone",
      comment: "the one part of shared/ that opens connections is the feed's client",
      severity: "error",
      from: { path: "^shared/src/", pathNot: ["^shared/src/feed-client/", "\\.test\\.ts$"] },
      to: { path: npm("ws", "@trpc/client", "@types/ws") },
    },
    only("mcp-in-bridge", {
      comment: "the MCP SDK stays in the bridge; the demo is a client of it, as an agent would be",
      packages: ["@modelcontextprotocol"],
      allowed: ["^desktop/src/bridge/", "^desktop/src/clients/", "^server/src/cli/demo-agent\\.ts$"],
    }),
    {
      name: "bridge-and-tray-apart",
      comment: "bridge and tray are two programs: they meet in agent-api/ and tray-protocol/",
      severity: "error",
      from: { path: "^desktop/src/bridge/" },
      to: { path: "^desktop/src/(main|preload|renderer)/" },
    },
    {
      name: "tray-and-bridge-apart",
      comment: "bridge and tray are two programs: they meet in agent-api/ and tray-protocol/",
      severity: "error",
      from: {
        path: "^desktop/src/(main|preload|renderer|agent-api|tray-protocol)/",
        pathNot: "\\.test\\.ts$",
      },
      to: { path: "^desktop/src/bridge/" },
    },
    {
      name: "agent-socket-in-plain-node",
      comment: "the agents' socket is tested as the real thing without Electron",
      severity: "error",
      from: { path: "^desktop/src/(agent-api|tray-protocol|main/agent-socket)/" },
      to: { path: npm("electron") },
    },
    only("electron-in-main", {
      comment: "electron stays in main and preload",
      packages: ["electron"],
      allowed: ["^desktop/src/(main|preload)/"],
    }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|out)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".js", ".mjs"],
    },
  },
};
