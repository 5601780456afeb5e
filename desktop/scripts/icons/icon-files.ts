import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { icnsFile, icoFile } from "./icon-containers.ts";

const trayStates = ["connected", "reconnecting", "paused", "signed-out"] as const;
const appSizes = [16, 24, 32, 48, 64, 128, 256, 512];
/** At 100 to 300 % of the 16 points that Windows gives a tray icon. */
const windowsTraySizes = [16, 20, 24, 32, 40, 48];
/** In pixels at 100 %: what panels of Linux desktops use, and what fits the menu bar of macOS. */
const linuxTraySize = 22;
const macTraySize = 18;

/** Draws every icon from the SVG files in `source`; gives path -> content. The same bytes on every computer. */
export async function iconFiles(source: string): Promise<Map<string, Buffer>> {
  await loadRenderer();
  const svg = (name: string): string => readFileSync(join(source, `${name}.svg`), "utf8");
  return new Map([
    ...appIcons(svg),
    ...trayStates.flatMap((state) => trayIcons(state, svg(`tray-${state}`))),
  ]);
}

function appIcons(svg: (name: string) => string): [string, Buffer][] {
  const draw = (size: number): Buffer => png(svg(size <= 32 ? "app-small" : "app"), size);
  const sized = appSizes.map((size): [string, Buffer] => [`app/${size}x${size}.png`, draw(size)]);
  const small = appSizes.filter((size) => size <= 256).map((size) => ({ size, png: draw(size) }));
  return [...sized, ["app/icon.ico", icoFile(small)], ["app/icon.icns", icnsFile(draw)]];
}

function trayIcons(state: (typeof trayStates)[number], svg: string): [string, Buffer][] {
  // macOS takes only the shape of a template image, and colours it for its menu bar.
  const template = svg.replace(/ color="[^"]*"/, ' color="#000"');
  return [
    [`tray-${state}.png`, png(svg, linuxTraySize)],
    [`tray-${state}@2x.png`, png(svg, 2 * linuxTraySize)],
    [`tray-${state}Template.png`, png(template, macTraySize)],
    [`tray-${state}Template@2x.png`, png(template, 2 * macTraySize)],
    [`tray-${state}.ico`, icoFile(windowsTraySizes.map((size) => ({ size, png: png(svg, size) })))],
  ];
}

function png(svg: string, width: number): Buffer {
  return Buffer.from(new Resvg(svg, { fitTo: { mode: "width", value: width } }).render().asPng());
}

let renderer: Promise<void> | undefined;

/** The renderer can be loaded once a process. */
async function loadRenderer(): Promise<void> {
  const path = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
  renderer ??= initWasm(readFileSync(path));
  await renderer;
}
