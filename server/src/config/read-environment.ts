import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { hintsOnUnknownNames, isSecretVariable, type Variable } from "./variables.ts";

export type Variables = Readonly<Record<string, string | undefined>>;

/** The checkout's root: where `.env` lies, whatever folder a command is started in. */
export const repositoryRoot = fileURLToPath(new URL("../../../", import.meta.url));

/** What the environment says, and the faults met while reading it. */
export interface Environment {
  /** A variable's value; undefined where it is missing or empty. */
  get(name: Variable): string | undefined;
  /** Notes a fault: one line, the variable first, then the mend. Returns undefined, so that parsers can return it. */
  fault(line: string): undefined;
  readonly faults: readonly string[];
  readonly hints: readonly string[];
  /** Real variables over `.env`, empty ones left out; for what is not ours, such as XDG_DATA_HOME. */
  readonly all: Variables;
}

interface Sources {
  real: Variables;
  /** The text of `.env`; undefined where there is none. */
  dotEnv?: string;
  /** Why `.env` is there and cannot be read. */
  dotEnvFault?: string;
}

/**
 * Reads the process's environment and the repository's `.env`, or the file that AGENTPASS_ENV_FILE names instead
 * (the demo's and the tests' servers must not meet the settings of a real one).
 */
export function readEnvironment(sources: Sources = processSources()): Environment {
  const faults = sources.dotEnvFault === undefined ? [] : [sources.dotEnvFault];
  const layers = [sources.real, sources.dotEnv === undefined ? {} : parseEnv(sources.dotEnv)].map(
    withoutEmpty,
  );
  const all = Object.assign({}, ...layers.toReversed()) as Variables;
  const fault = (line: string): undefined => void faults.push(line);
  const cache = new Map<Variable, string | undefined>();
  return {
    all,
    faults,
    fault,
    hints: hintsOnUnknownNames(Object.keys(all)),
    get(name) {
      if (!cache.has(name))
        cache.set(name, isSecretVariable(name) ? readSecret(name, layers, fault) : all[name]);
      return cache.get(name);
    },
  };
}

function processSources(): Sources {
  const named = process.env["AGENTPASS_ENV_FILE"];
  const file = named || `${repositoryRoot}.env`;
  if (!named && !existsSync(file)) return { real: process.env };
  try {
    return { real: process.env, dotEnv: readFileSync(file, "utf8") };
  } catch (error) {
    return {
      real: process.env,
      dotEnvFault: `${file} cannot be read (${codeOf(error)}); let this user read it or move it away.`,
    };
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "unreadable";
}

function withoutEmpty(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
}

/** The first layer that holds the name or its `_FILE` form decides, so that a real file wins over `.env`'s value. */
function readSecret(
  name: string,
  layers: readonly Variables[],
  fault: (line: string) => undefined,
): string | undefined {
  for (const layer of layers) {
    const value = layer[name];
    const file = layer[`${name}_FILE`];
    if (value && file) return fault(`${name} and ${name}_FILE are both set; keep one of them.`);
    if (value) return value.trim();
    if (file) return readSecretFile(name, file, fault);
  }
  return undefined;
}

function readSecretFile(name: string, file: string, fault: (line: string) => undefined): string | undefined {
  try {
    const text = readFileSync(file, "utf8").trim();
    return text || fault(`${name}_FILE: ${file} is empty; write the value into it.`);
  } catch (error) {
    return fault(
      `${name}_FILE: ${file} cannot be read (${codeOf(error)}); give a file that this user may read.`,
    );
  }
}
