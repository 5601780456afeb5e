import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Argument, Command, Option } from "commander";
import { afterAll, describe, expect, it } from "vitest";
import { bashScript } from "./bash.ts";
import { fishScript } from "./fish.ts";
import { stepsOf } from "./steps.ts";
import { zshScript } from "./zsh.ts";

const program = new Command("agentpass");
const key = program.command("key").description("keys of an agent's");
key
  .command("create")
  .description("it's 100% new: `make` $one")
  .addOption(new Option("--kind <kind>", "whose").choices(["agent", "admin"]))
  .option("--out <file>", "where to")
  .option("--json", "print JSON");
key.command("list").description("all");
const number = program.command("number").description("numbers");
number.command("release").description("give back").argument("<number>", "which").option("--yes", "do it");
program
  .command("open")
  .description("open")
  .addArgument(new Argument("<door>", "which").choices(["front", "back"]));

const steps = stepsOf(program);
const folder = mkdtempSync(path.join(tmpdir(), "agentpass-completion-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(path.join(folder, "bash"), bashScript(steps));
writeFileSync(path.join(folder, "zsh"), zshScript(steps));
writeFileSync(path.join(folder, "fish"), fishScript(steps));
writeFileSync(path.join(folder, "afile.txt"), "");

/** What the server is asked for; the second value would do harm where a shell read it as its own text. */
const asked = `'$(touch ${folder}/harm)' +15551234567 +15551234568`;

writeFileSync(
  path.join(folder, ".zshrc"),
  `autoload -Uz compinit; compinit -u -d ${folder}/dump
  cd ${folder}; source ${folder}/zsh
  agentpass() { print -rl -- ${asked} }
  compadd() { local -a hits; builtin compadd -A hits "$@"; print -rl -- "OFFER:"$^hits >> ${folder}/offers }
  finish() { print END >> ${folder}/offers; zle kill-whole-line }
  zle -N finish; bindkey '^X' finish`,
);

type Shell = "bash" | "zsh" | "fish";

/** What each shell offers at the end of a line. */
const offers: Record<Shell, (line: string) => Promise<string[]>> = {
  bash: (line) =>
    run(
      "bash",
      `
      agentpass() { printf '%s\\n' ${asked}; }
      cd ${folder}; source ${folder}/bash
      COMP_WORDS=(); line=$1
      for word in $line; do COMP_WORDS+=("$word"); done
      [[ $line == *' ' ]] && COMP_WORDS+=('')
      COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
      _agentpass
      printf '%s\\n' "\${COMPREPLY[@]}"`,
      line,
    ),
  // Its own line editor on a terminal: what compadd is given is what zsh would offer.
  zsh: (line) => {
    rmSync(path.join(folder, "offers"), { force: true });
    return run(
      "zsh",
      `
      export ZDOTDIR=${folder}
      zmodload zsh/zpty zsh/zselect
      zpty -b shell zsh -i
      zpty -w -n shell $1$'\\t\\C-X'
      until grep -qs '^END$' ${folder}/offers; do zpty -r -t shell rest; zselect -t 2; done
      zpty -d shell
      sed -n 's/^OFFER://p' ${folder}/offers`,
      line,
    );
  },
  fish: (line) =>
    run(
      "fish",
      `
      function agentpass; printf '%s\\n' ${asked}; end
      cd ${folder}; source ${folder}/fish
      complete --do-complete "$argv[1]"`,
      line,
    ).then((lines) => lines.map((each) => each.split("\t")[0] ?? "")),
};

function run(shell: Shell, script: string, line: string): Promise<string[]> {
  const argument = shell === "fish" ? [line] : ["driver", line];
  return new Promise((resolve, reject) => {
    execFile(
      shell,
      ["-c", script, ...argument],
      { timeout: 20_000, env: { ...process.env, HOME: folder, TERM: "xterm" } },
      (error, out, err) => {
        if (error) reject(new Error(`${shell}: ${error.message}${err}`));
        else resolve(out.split(/[\r\n]+/).flatMap((each) => (each.trim() ? [each.trim()] : [])));
      },
    );
  });
}

function isThere(shell: Shell): boolean {
  try {
    execFileSync(shell, ["-c", "exit 0"]);
    return true;
  } catch {
    return false;
  }
}

describe.each(["bash", "zsh", "fish"] as const)("completion in %s", (shell) => {
  const offered = async (line: string) => new Set(await offers[shell](line));

  it.runIf(isThere(shell))(
    "offers commands, options, their values and files where each may stand",
    async () => {
      expect(await offered("agentpass k")).toEqual(new Set(["key"]));
      expect(await offered("agentpass key ")).toEqual(new Set(["create", "list"]));
      expect(await offered("agentpass key create --")).toEqual(
        new Set(["--kind", "--out", "--json", "--help"]),
      );
      expect(await offered("agentpass key create --kind a")).toEqual(new Set(["agent", "admin"]));
      expect(await offered("agentpass key create --json --kind ad")).toEqual(new Set(["admin"]));
      expect(await offered("agentpass key create --out af")).toEqual(new Set(["afile.txt"]));
      expect(await offered("agentpass open ")).toEqual(new Set(["front", "back"]));
    },
  );

  it.runIf(isThere(shell))("asks the server for numbers, and takes what it says for text", async () => {
    expect(await offered("agentpass number release +1")).toEqual(new Set(["+15551234567", "+15551234568"]));
    await offered("agentpass number release ");
    expect(execFileSync("ls", [folder]).toString()).not.toContain("harm");
  });
});
