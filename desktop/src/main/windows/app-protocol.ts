import { net, protocol } from "electron";
import { join, normalize, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { contentSecurityPolicy } from "./content-security-policy.ts";

const APP_SCHEME = "app";
export const APP_ORIGIN = `${APP_SCHEME}://agentpass`;

/** Must be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true } },
  ]);
}

/** Serves the built pages under app://agentpass/, and nothing outside their folder. */
export function serveApp(folder: string): void {
  protocol.handle(APP_SCHEME, async ({ url }) => {
    const file = fileOf(folder, url);
    if (file === null) return new Response("There is no such page.", { status: 404 });
    const response = await net.fetch(pathToFileURL(file).href).catch(() => null);
    if (response === null) return new Response("There is no such page.", { status: 404 });
    const headers = new Headers(response.headers);
    headers.set("content-security-policy", contentSecurityPolicy);
    headers.set("x-content-type-options", "nosniff");
    return new Response(response.body, { status: response.status, headers });
  });
}

function fileOf(folder: string, url: string): string | null {
  const { host, pathname } = new URL(url);
  if (host !== new URL(APP_ORIGIN).host) return null;
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const file = normalize(join(folder, path));
  return file.startsWith(folder + sep) && !path.includes("\0") ? file : null;
}
