import { execFile, execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";

export interface Ended {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Where no Compose 2 is, Debian's docker-compose 1.29 stands in for it. */
const hasCompose2 = spawnSync("docker", ["compose", "version"]).status === 0;

/** A copy of what git knows of this checkout, in which the page's commands are typed. */
export class Checkout implements Disposable {
  readonly folder = mkdtempSync(path.join(tmpdir(), "agentpass-docker-"));

  constructor() {
    execFileSync(
      "bash",
      [
        "-c",
        'git -c safe.directory="*" ls-files -z --cached --others --exclude-standard | tar --create --null --files-from=- | tar --extract --directory "$0"',
        this.folder,
      ],
      { cwd: repositoryRoot },
    );
  }

  /** Runs a script as a careful person's shell; every command in it must succeed, or the answer's exit code is not 0. */
  run(script: string): Promise<Ended> {
    const said = hasCompose2 ? script : script.replaceAll("docker compose ", "docker-compose ");
    return new Promise((resolve) => {
      execFile(
        "bash",
        ["-euo", "pipefail", "-c", said],
        {
          cwd: this.folder,
          env: { ...process.env, COMPOSE_PROJECT_NAME: "agentpass-docker-test" },
          maxBuffer: 64 * 1024 * 1024,
          timeout: 280_000,
        },
        (error, stdout, stderr) => {
          const exitCode = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
          resolve({ exitCode, stdout, stderr });
        },
      );
    });
  }

  /** The same, where anything but success ends the test; gives what it wrote on stdout. */
  async does(script: string): Promise<string> {
    const { exitCode, stdout, stderr } = await this.run(script);
    if (exitCode !== 0) throw new Error(`${script}\nended with ${exitCode}:\n${stdout}\n${stderr}`);
    return stdout;
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
