import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { temporaryFolder } from "./temporary-folder.ts";

export interface PublishedPackage {
  name: string;
  /** Epoch milliseconds. */
  publishedAt: number;
  scripts?: Record<string, string>;
}

/** An npm registry with these packages, each in the version 1.0.0 and nothing else. */
export async function packageRegistry(
  packages: readonly PublishedPackage[],
): Promise<{ url: string } & AsyncDisposable> {
  const folder = temporaryFolder();
  const server = createServer((request, response) => {
    const name = request.url?.split("/")[1] ?? "";
    const found = packages.find((one) => one.name === name);
    if (!found) return void response.writeHead(404).end("{}");
    const tarball = packed(folder, found);
    if (request.url?.endsWith(".tgz")) return void response.end(tarball);
    response.setHeader("content-type", "application/json").end(JSON.stringify(packument(found, tarball)));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };

  function packument({ name, publishedAt, scripts = {} }: PublishedPackage, tarball: Buffer) {
    const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
    const version = {
      name,
      version: "1.0.0",
      scripts,
      ...(scripts["postinstall"] === undefined ? {} : { hasInstallScript: true }),
      dist: { tarball: `${url}${name}/-/${name}-1.0.0.tgz`, integrity },
    };
    const at = new Date(publishedAt).toISOString();
    return {
      name,
      "dist-tags": { latest: "1.0.0" },
      versions: { "1.0.0": version },
      time: { created: at, modified: at, "1.0.0": at },
    };
  }
}

function packed(folder: string, { name, scripts = {} }: PublishedPackage): Buffer {
  const place = join(folder, name, "package");
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "package.json"), JSON.stringify({ name, version: "1.0.0", scripts }));
  const archive = join(folder, `${name}.tgz`);
  const reproducible = ["--mtime=@0", "--sort=name", "--owner=0", "--group=0"];
  execFileSync("tar", [
    "--use-compress-program=gzip -n",
    ...reproducible,
    "-cf",
    archive,
    "-C",
    join(folder, name),
    "package",
  ]);
  return readFileSync(archive);
}
