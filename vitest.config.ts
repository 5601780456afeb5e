import { defineConfig } from "vitest/config";

/** The scenarios of agents again, with another of the clients in test/support/mcp-clients.ts. */
const scenariosWith = (name: string, client: string) => ({
  extends: true as const,
  test: {
    name,
    env: { AGENTPASS_TEST_CLIENT: client },
    include: [
      "test/scenarios/{approvals,junk-calls,many-agents}.test.ts",
      "test/bridge/{tray,two}-bridges.test.ts",
    ],
    globalSetup: ["test/support/bridge-for-tests.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "shared/src/**/*.test.ts",
            "server/src/**/*.test.ts",
            "desktop/{src,scripts}/**/*.test.ts",
          ],
          exclude: [
            "server/src/actions/**",
            "server/src/store/**",
            "server/src/publish/**",
            "server/src/rpc/**",
            "server/src/start/query-database.test.ts",
            "**/node_modules/**",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: [
            "server/src/store/**/*.test.ts",
            "server/src/actions/**/*.test.ts",
            "server/src/publish/**/*.test.ts",
            "server/src/rpc/**/*.test.ts",
            "server/src/start/query-database.test.ts",
          ],
          globalSetup: ["test/support/postgres-for-tests.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "scenarios",
          include: ["test/**/*.test.ts"],
          exclude: [
            "test/{bridge,clients,cluster,conformance,docker,documents,evaluation,faults,first-use,pitfalls,desktop,renderer}/**",
            "**/node_modules/**",
          ],
          globalSetup: ["test/support/postgres-for-tests.ts"],
          // Only against hanging for ever: on a busy machine one start of a server takes 20 s.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        // The tray app in a real Electron on a display of its own.
        test: {
          name: "desktop",
          include: ["test/desktop/**/*.test.ts"],
          globalSetup: ["test/support/desktop/desktop-for-tests.ts"],
          testTimeout: 120_000,
          // Starts of server and app share two cores.
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        extends: true,
        // The windows' pages in a browser, with main played from fixtures.
        test: {
          name: "renderer",
          include: ["test/renderer/**/*.test.ts"],
          expect: { poll: { timeout: 20_000 } },
          globalSetup: ["test/support/renderer/renderer-for-tests.ts"],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        // The bridge in all its forms, and what all generations of MCP clients make of its answers: `pnpm test:clients`.
        test: {
          name: "clients",
          include: ["test/{bridge,clients,conformance}/**/*.test.ts"],
          globalSetup: ["test/support/bridge-for-tests.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      scenariosWith("clients-2.x", "2.x"),
      scenariosWith("clients-stateless", "2.x stateless"),
      {
        extends: true,
        // What stock libraries do, reproduced, and that ours do not: long silences and many clients.
        test: {
          name: "pitfalls",
          include: ["test/pitfalls/**/*.test.ts"],
          globalSetup: ["test/support/postgres-for-tests.ts"],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        // The image and docker-compose.yml in a real Docker engine, as docs/docker.md has it: `pnpm test:docker`.
        test: {
          name: "docker",
          include: ["test/docker/**/*.test.ts"],
          // The build fetches a hundred packages.
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        // Several nodes with a real NATS and a real proxy before them: `pnpm test:cluster`, a step of CI's own.
        test: {
          name: "cluster",
          include: ["test/cluster/**/*.test.ts"],
          globalSetup: ["test/support/postgres-for-tests.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        // Every command of README.md and docs/, as a person types it: `pnpm test:documents`.
        test: {
          name: "documents",
          include: ["test/documents/**/*.test.ts"],
          globalSetup: ["test/support/desktop/desktop-for-tests.ts"],
          testTimeout: 900_000,
          maxConcurrency: 3,
        },
      },
      {
        extends: true,
        // The README on a machine that has npm and empty caches: `pnpm test:first-use`, which needs the npm registry.
        test: { name: "first-use", include: ["test/first-use/**/*.test.ts"] },
      },
      {
        extends: true,
        // Killed processes, long silences, and 51 agents' tasks: `pnpm test:faults`, which CI runs after `pnpm test`.
        test: {
          name: "faults",
          include: ["test/{faults,evaluation}/**/*.test.ts"],
          globalSetup: ["test/support/postgres-for-tests.ts"],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
