import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { verifies } from "../../../test/support/verifies.ts";
import { tmpdir } from "node:os";
import path from "node:path";
import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { loadConfig, type LoadedConfig } from "./load-config.ts";
import { mockOnRealStore } from "./mode.ts";
import { readEnvironment, type Variables } from "./read-environment.ts";

const SID = `AC${"0123456789abcdef".repeat(2)}`;
const TOKEN = "fedcba9876543210fedcba9876543210";
const KEY = Buffer.alloc(32, 7).toString("base64");
const twilio = {
  TWILIO_ACCOUNT_SID: SID,
  TWILIO_AUTH_TOKEN: TOKEN,
  TWILIO_PHONE_NUMBERS: "+14155550100, +14155550101,",
};

const load = (variables: Variables, dotEnv = ""): LoadedConfig =>
  loadConfig(readEnvironment({ real: { AGENTPASS_DATA_DIR: "/data", ...variables }, dotEnv }));

const faultsOf = (variables: Variables): readonly string[] => {
  const loaded = load(variables);
  return loaded.ok ? [] : loaded.faults;
};

const configOf = (variables: Variables, dotEnv = "") => {
  const loaded = load(variables, dotEnv);
  if (!loaded.ok) throw new Error(loaded.faults.join("\n"));
  return loaded.config;
};

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function secretFile(text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "agentpass-config-"));
  folders.push(folder);
  writeFileSync(path.join(folder, "secret"), text);
  return path.join(folder, "secret");
}

describe("mode", () => {
  it(verifies("nothing-set", "is mock with nothing set, and says which variables are missing"), () => {
    const config = configOf({});
    expect(config).toMatchObject({ mode: "mock", host: "127.0.0.1", port: 3846, apiUrl: null, twilio: null });
    expect(config.modeReason).toBe(
      "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_PHONE_NUMBERS are missing",
    );
  });

  it("is twilio with all three set", () => {
    const config = configOf(twilio);
    expect(config.mode).toBe("twilio");
    expect(config.twilio?.phoneNumbers).toEqual(["+14155550100", "+14155550101"]);
    expect(config.twilio?.authTokens.map((token) => token.reveal())).toEqual([TOKEN]);
  });

  it("knows where Twilio's API is, and warns where the token would go there unencrypted", () => {
    expect(configOf(twilio).twilio?.apiBaseUrl).toBeNull();
    const at = (base: string) =>
      load({ ...twilio, AGENTPASS_API_URL: "https://sms.example.com", TWILIO_API_BASE_URL: base });
    expect(at("http://127.0.0.1:4010/")).toMatchObject({
      config: { twilio: { apiBaseUrl: "http://127.0.0.1:4010" } },
      warnings: [],
    });
    expect(at("https://twilio.example.com").warnings).toEqual([]);
    expect(at("http://twilio.example.com").warnings).toEqual([expect.stringContaining("unencrypted")]);
  });

  it(verifies("empty-counts-as-missing", "counts an empty variable as missing"), () => {
    expect(configOf({ ...twilio, TWILIO_AUTH_TOKEN: "" }).modeReason).toBe("TWILIO_AUTH_TOKEN is missing");
  });

  it.each([
    [{ HOST: "0.0.0.0" }, "HOST is 0.0.0.0"],
    [{ AGENTPASS_API_URL: "https://sms.example.com" }, "AGENTPASS_API_URL is https://sms.example.com"],
    [{ NODE_ENV: "production" }, "NODE_ENV is production"],
  ])(verifies("mock-not-reachable", "does not become mock by accident with %o"), (variables, sign) => {
    expect(faultsOf(variables)).toEqual([expect.stringContaining(sign)]);
    expect(faultsOf(variables)[0]).toContain("AGENTPASS_MODE=mock");
    expect(configOf({ ...variables, AGENTPASS_MODE: "mock" }).mode).toBe("mock");
    expect(configOf({ ...variables, ...twilio }).mode).toBe("twilio");
  });

  it("stays mock on loopback addresses", () => {
    expect(configOf({ HOST: "::1", AGENTPASS_API_URL: "http://localhost:3846" }).mode).toBe("mock");
  });

  it("lists each missing variable where twilio mode is asked for", () => {
    expect(faultsOf({ AGENTPASS_MODE: "twilio", TWILIO_ACCOUNT_SID: SID })).toEqual([
      expect.stringMatching(/^TWILIO_AUTH_TOKEN is missing/),
      expect.stringMatching(/^TWILIO_PHONE_NUMBERS is missing/),
    ]);
  });

  it(
    verifies(
      "mock-never-by-accident",
      "refuses an accidental mock start on a store that has held a real number",
    ),
    () => {
      expect(mockOnRealStore({ mode: "mock", reason: "TWILIO_AUTH_TOKEN is missing" }, true)).toMatch(
        /AGENTPASS_MODE=mock/,
      );
      expect(mockOnRealStore({ mode: "mock", reason: "TWILIO_AUTH_TOKEN is missing" }, false)).toBeNull();
      expect(mockOnRealStore({ mode: "mock", reason: "AGENTPASS_MODE=mock" }, true)).toBeNull();
      expect(mockOnRealStore({ mode: "twilio", reason: "all are set" }, true)).toBeNull();
    },
  );

  it("has real numbers without Twilio where AGENTPASS_MODE=gateway says so, whatever is set of Twilio", () => {
    const mode = { AGENTPASS_MODE: "gateway", AGENTPASS_API_URL: "https://sms.example.com", HOST: "0.0.0.0" };
    expect(configOf({ ...mode, ...twilio })).toMatchObject({ mode: "gateway", twilio: null });
    expect(load(mode).warnings).toEqual([]);
    expect(load({ AGENTPASS_MODE: "gateway" }).warnings).toEqual([
      expect.stringContaining("AGENTPASS_API_URL is missing, so a gateway"),
    ]);
    expect(mockOnRealStore({ mode: "gateway", reason: "AGENTPASS_MODE=gateway" }, true)).toBeNull();
  });

  it(verifies("loopback-url", "warns in twilio mode where Twilio cannot reach the webhook"), () => {
    expect(load(twilio).warnings).toEqual([expect.stringContaining("AGENTPASS_API_URL is missing")]);
    expect(load({ ...twilio, AGENTPASS_API_URL: "http://127.0.0.1:3846" }).warnings).toHaveLength(1);
    expect(load({ ...twilio, AGENTPASS_API_URL: "https://sms.example.com" }).warnings).toEqual([]);
  });
});

describe("NATS", () => {
  const shared = { DATABASE_URL: "postgresql://a:b@c/d", AGENTPASS_MASTER_KEY: `k1:${KEY}` };

  it("is not used where nothing is set, and then nobody is warned", () => {
    expect(configOf(shared).nats).toBeNull();
    expect(load(shared).warnings).toEqual([]);
  });

  it("is one server or several, with a user, a token or nobody, and its own default port", () => {
    const natsOf = (NATS_URL: string) => configOf({ ...shared, NATS_URL }).nats;
    expect(natsOf("nats://10.0.0.5")).toEqual({ servers: ["10.0.0.5"], tls: false, credentials: null });
    expect(natsOf("tls://one.example:4222, tls://[::1]:4333")).toMatchObject({
      servers: ["one.example:4222", "[::1]:4333"],
      tls: true,
    });
    const user = natsOf("nats://agent%40pass:p%2Fw@one:4222,nats://two:4222")?.credentials;
    expect([user?.user, user?.secret.reveal()]).toEqual(["agent@pass", "p/w"]);
    const token = natsOf("nats://s3cret@one")?.credentials;
    expect([token?.user, token?.secret.reveal()]).toEqual([null, "s3cret"]);
    expect(load({ ...shared, NATS_URL: "nats://one" }).warnings).toEqual([]);
  });

  it("comes from a file too", () => {
    const NATS_URL_FILE = secretFile("nats://user:pass@one\n");
    expect(configOf({ ...shared, NATS_URL_FILE }).nats?.servers).toEqual(["one"]);
  });

  it("is a warning with the embedded database, which one server has to itself", () => {
    expect(load({ NATS_URL: "nats://one" }).warnings).toEqual([
      expect.stringMatching(/^NATS_URL is not used/),
    ]);
  });

  it.each([
    "one:4222",
    "http://hunter2@one",
    "ws://hunter2@one",
    "nats://",
    "nats://one,",
    "nats://hunter2@one/path",
    "nats://one?user=hunter2",
    "nats://hunter2%@one",
    "nats://one:70000",
    "nats://a:hunter2@one,nats://b:hunter2@two",
  ])("refuses %s without printing it", (NATS_URL) => {
    const faults = faultsOf({ ...shared, NATS_URL });
    expect(faults).toEqual([expect.stringMatching(/^NATS_URL /)]);
    expect(faults[0]).not.toContain("hunter2");
  });
});

describe("AGENTPASS_TRUSTED_PROXIES", () => {
  const proxiesOf = (AGENTPASS_TRUSTED_PROXIES: string) =>
    configOf({ AGENTPASS_TRUSTED_PROXIES }).trustedProxies;

  it("is nobody, addresses or networks", () => {
    expect(configOf({}).trustedProxies).toEqual([]);
    expect(proxiesOf("10.0.0.5, 172.16.0.0/12,::1,fd00::/8,")).toEqual([
      "10.0.0.5",
      "172.16.0.0/12",
      "::1",
      "fd00::/8",
    ]);
  });

  it.each([
    "proxy.example",
    "10.0.0",
    "10.0.0.0/33",
    "0.0.0.0/0",
    "::/0",
    "10.0.0.0/255.0.0.0",
    "10.0.0.5:80",
    "true",
  ])("is not %s", (entry) => {
    expect(faultsOf({ AGENTPASS_TRUSTED_PROXIES: `127.0.0.1,${entry}` })).toEqual([
      expect.stringContaining(`AGENTPASS_TRUSTED_PROXIES: "${entry}" is neither an address nor a network`),
    ]);
  });
});

describe("faults", () => {
  it(verifies("all-faults", "lists all of them at once, names every variable and prints no secret"), () => {
    const faults = faultsOf({
      ...twilio,
      TWILIO_ACCOUNT_SID: TOKEN,
      TWILIO_AUTH_TOKEN: "one-secret,two-secret,three-secret",
      TWILIO_PHONE_NUMBERS: "(415) 555-0100,+14155550101,+14155550101",
      HOST: "http://localhost",
      PORT: "70000",
      AGENTPASS_API_URL: "sms.example.com",
      AGENTPASS_DATA_DIR: "data",
      AGENTPASS_LOG_LEVEL: "loud",
      DATABASE_URL: "mysql://root:hunter2@host/db",
      NATS_URL: "http://nats-secret@host",
      TWILIO_API_BASE_URL: "ftp://user:hunter2@host",
    });
    const named = faults.map((line) => line.split(/[ :]/)[0]);
    expect(named).toHaveLength(13);
    expect(new Set(named)).toEqual(
      new Set([
        "TWILIO_ACCOUNT_SID",
        "TWILIO_AUTH_TOKEN",
        "TWILIO_PHONE_NUMBERS",
        "HOST",
        "PORT",
        "AGENTPASS_API_URL",
        "AGENTPASS_DATA_DIR",
        "AGENTPASS_LOG_LEVEL",
        "DATABASE_URL",
        "AGENTPASS_MASTER_KEY",
        "NATS_URL",
        "TWILIO_API_BASE_URL",
      ]),
    );
    expect(faults.join("\n")).not.toMatch(/secret@|-secret|hunter2|fedcba/);
    for (const line of faults) expect(line).not.toContain("\n");
  });

  it("checks what is set of Twilio also where the mode cannot be told", () => {
    const faults = faultsOf({
      HOST: "0.0.0.0",
      TWILIO_ACCOUNT_SID: "ACx",
      TWILIO_PHONE_NUMBERS: "4155550100",
    });
    expect(faults.map((line) => line.split(/[ :]/)[0])).toEqual([
      "TWILIO_AUTH_TOKEN",
      "TWILIO_ACCOUNT_SID",
      "TWILIO_PHONE_NUMBERS",
    ]);
  });

  it("suggests the E.164 form of a number", () => {
    expect(faultsOf({ ...twilio, TWILIO_PHONE_NUMBERS: "1 (415) 555-0100" })[0]).toContain('"+14155550100"');
  });

  it("recognises a swapped SID and token, an API key and capitals", () => {
    expect(faultsOf({ ...twilio, TWILIO_ACCOUNT_SID: TOKEN })[0]).toContain("swapped");
    expect(faultsOf({ ...twilio, TWILIO_ACCOUNT_SID: `SK${TOKEN}` })[0]).toContain("API key");
    expect(faultsOf({ ...twilio, TWILIO_ACCOUNT_SID: SID.toUpperCase() })[0]).toContain("lower case");
  });

  it.each(["-1", "65536", "3846.5", "0x10", "1e3", "port"])("refuses PORT=%s", (PORT) => {
    expect(faultsOf({ PORT })).toHaveLength(1);
  });

  it("hints at names that are nearly ours, without refusing to start", () => {
    const loaded = load({
      AGENTPASS_MOD: "mock",
      TWILIO_PHONE_NUMBER: "+1",
      TWILIO_API_KEY: "other",
      AGENTPASS_X_Y_Z: "1",
    });
    expect(loaded.ok).toBe(true);
    expect(loaded.warnings).toEqual([
      expect.stringMatching(/^AGENTPASS_MOD .*AGENTPASS_MODE\?$/),
      expect.stringMatching(/^TWILIO_PHONE_NUMBER .*TWILIO_PHONE_NUMBERS\?$/),
      expect.stringMatching(/^AGENTPASS_X_Y_Z .*\.env\.example/),
    ]);
  });
});

describe("values", () => {
  it("keeps the path prefix of AGENTPASS_API_URL and cuts its trailing slash", () => {
    const AGENTPASS_MODE = "mock";
    expect(configOf({ AGENTPASS_MODE, AGENTPASS_API_URL: "https://a.example/sms/" }).apiUrl).toBe(
      "https://a.example/sms",
    );
    expect(configOf({ AGENTPASS_MODE, AGENTPASS_API_URL: "https://a.example" }).apiUrl).toBe(
      "https://a.example",
    );
  });

  it.each([
    "https://a.example/?a=1",
    "https://a.example/#x",
    "https://u:p@a.example",
    "https://a.example/webhook/sms-received",
  ])("refuses AGENTPASS_API_URL=%s", (AGENTPASS_API_URL) => {
    const faults = faultsOf({ AGENTPASS_MODE: "mock", AGENTPASS_API_URL });
    expect(faults).toHaveLength(1);
    expect(faults[0]).not.toContain("u:p");
  });

  it("accepts any free port and two tokens", () => {
    expect(configOf({ PORT: "0" }).port).toBe(0);
    expect(configOf({ ...twilio, TWILIO_AUTH_TOKEN: `${TOKEN}, ${TOKEN}` }).twilio?.authTokens).toHaveLength(
      2,
    );
  });

  it("takes a DATABASE_URL whose host is a socket's folder, as PostgreSQL writes it", () => {
    const DATABASE_URL = "postgresql://u:p%40@/db?host=%2Frun%2Fpostgresql&port=5433";
    expect(configOf({ DATABASE_URL, AGENTPASS_MASTER_KEY: `a:${KEY}` }).databaseUrl?.reveal()).toBe(
      DATABASE_URL,
    );
    expect(faultsOf({ DATABASE_URL: "postgresql://u:p@h:x/db", AGENTPASS_MASTER_KEY: `a:${KEY}` })).toEqual([
      expect.stringMatching(/^DATABASE_URL must be/),
    ]);
  });

  it(verifies("master-key-wanted", "wants a master key with DATABASE_URL and checks each entry"), () => {
    const DATABASE_URL = "postgresql://u:p@h/db";
    expect(faultsOf({ DATABASE_URL })).toEqual([expect.stringMatching(/^AGENTPASS_MASTER_KEY is missing/)]);
    expect(
      configOf({ DATABASE_URL, AGENTPASS_MASTER_KEY: `a:${KEY},b:${KEY}` }).masterKeys?.reveal(),
    ).toContain("a:");
    expect(faultsOf({ AGENTPASS_MASTER_KEY: `${KEY},a:abc,a:${KEY},b:!!!` })).toEqual([
      expect.stringMatching(/entry 1 must be id:base64/),
      expect.stringMatching(/entry 2 \(id a\) holds 2 bytes/),
      expect.stringMatching(/entry 3: the id a is used twice/),
      expect.stringMatching(/entry 4 \(id b\) is not base64/),
    ]);
  });

  it(verifies("secrets-not-printed", "prints no secret of a whole configuration"), () => {
    const config = configOf({
      ...twilio,
      WEBHOOK_SECRET: "hook-secret",
      DATABASE_URL: "postgres://u:pw-secret@h/d",
      AGENTPASS_MASTER_KEY: `a:${KEY}`,
    });
    const printed = inspect(config, { depth: 9 }) + JSON.stringify(config);
    for (const secret of [TOKEN, "hook-secret", "pw-secret", KEY]) expect(printed).not.toContain(secret);
  });
});

describe("sources", () => {
  it(
    verifies(
      ["real-variables-win", "empty-counts-as-missing"],
      "lets real variables win over .env, and an empty real one give way",
    ),
    () => {
      const dotEnv = 'PORT=1000\nHOST="localhost"\n# comment\nexport WEBHOOK_SECRET=abc # why\n';
      const config = configOf({ PORT: "2000", HOST: "" }, dotEnv);
      expect(config).toMatchObject({ port: 2000, host: "localhost" });
      expect(config.webhookSecret?.reveal()).toBe("abc");
    },
  );

  it(verifies("G8-secret-files", "reads a secret from NAME_FILE, without its last line end"), () => {
    expect(configOf({ WEBHOOK_SECRET_FILE: secretFile("from file\n") }).webhookSecret?.reveal()).toBe(
      "from file",
    );
    const config = configOf({
      ...twilio,
      TWILIO_AUTH_TOKEN: undefined,
      TWILIO_AUTH_TOKEN_FILE: secretFile(TOKEN),
    });
    expect(config.mode).toBe("twilio");
  });

  it("lets a real NAME_FILE win over the value in .env", () => {
    const config = configOf({ WEBHOOK_SECRET_FILE: secretFile("file") }, "WEBHOOK_SECRET=dot-env");
    expect(config.webhookSecret?.reveal()).toBe("file");
  });

  it("names what is wrong with a secret's file", () => {
    expect(faultsOf({ WEBHOOK_SECRET: "a", WEBHOOK_SECRET_FILE: "/b" })).toEqual([
      "WEBHOOK_SECRET and WEBHOOK_SECRET_FILE are both set; keep one of them.",
    ]);
    expect(faultsOf({ WEBHOOK_SECRET_FILE: "/nowhere" })[0]).toMatch(/\/nowhere cannot be read \(ENOENT\)/);
    expect(faultsOf({ WEBHOOK_SECRET_FILE: secretFile("\n") })[0]).toMatch(/is empty/);
  });
});

describe("monitoring", () => {
  it("is nothing with nothing set", () => {
    expect(configOf({})).toMatchObject({
      metricsPort: null,
      metricsKey: null,
      alertWebhookUrl: null,
      traces: null,
    });
  });

  it("takes its secrets from files too, and decodes the headers of traces", () => {
    const config = configOf({
      METRICS_PORT: "9464",
      METRICS_KEY_FILE: secretFile("0123456789abcdef0123\n"),
      ALERT_WEBHOOK_URL_FILE: secretFile("https://hooks.example.com/services/T0/B0/x\n"),
      OTEL_EXPORTER_OTLP_ENDPOINT: "https://collector.example.com/otlp/",
      OTEL_EXPORTER_OTLP_HEADERS: "Authorization=Bearer%20a%2Cb, x-team=ops",
    });
    expect(config.metricsPort).toBe(9464);
    expect(config.metricsKey?.reveal()).toBe("0123456789abcdef0123");
    expect(config.alertWebhookUrl?.reveal()).toBe("https://hooks.example.com/services/T0/B0/x");
    expect(config.traces?.endpoint).toBe("https://collector.example.com/otlp");
    const headers = Array.from(config.traces?.headers ?? [], ([name, value]) => [name, value.reveal()]);
    expect(headers).toEqual([
      ["Authorization", "Bearer a,b"],
      ["x-team", "ops"],
    ]);
  });

  it("refuses what cannot work, without showing a secret", () => {
    const secret = "s3cret-part";
    const faults = faultsOf({
      METRICS_PORT: "99999",
      METRICS_KEY: secret,
      ALERT_WEBHOOK_URL: `hooks.example.com/${secret}`,
      OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4318",
      OTEL_EXPORTER_OTLP_HEADERS: `Authorization Bearer ${secret}`,
    });
    expect(faults.map((fault) => fault.replace(/ .*/s, "")).toSorted()).toEqual([
      "ALERT_WEBHOOK_URL",
      "METRICS_KEY",
      "METRICS_PORT",
      "OTEL_EXPORTER_OTLP_ENDPOINT",
      "OTEL_EXPORTER_OTLP_HEADERS",
    ]);
    expect(faults.join("\n")).not.toContain(secret);
  });
});
