import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { icnsTypes } from "./icon-containers.ts";
import { iconFiles } from "./icon-files.ts";

const folder = fileURLToPath(new URL("../../resources/icons", import.meta.url));
const drawn = await iconFiles(join(folder, "source"));

function file(path: string): Buffer {
  const content = drawn.get(path);
  if (content === undefined) throw new Error(`${path} is not drawn.`);
  return content;
}

const widthOf = (png: Buffer): number => png.readUInt32BE(16);

test("the icons in the repository are those that their SVG files draw", () => {
  const kept = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(png|ico|icns)$/.test(path),
  );
  expect(kept.toSorted()).toEqual([...drawn.keys()].toSorted());
  const stale = kept.filter((path) => !readFileSync(join(folder, path)).equals(file(path)));
  expect(stale, "run `pnpm --filter @agentpass/desktop icons`").toEqual([]);
});

test("each tray icon is twice as wide for dense displays", () => {
  const dense = [...drawn.keys()].filter((path) => path.endsWith("@2x.png"));
  expect(dense).toHaveLength(8);
  for (const path of dense) expect(widthOf(file(path))).toBe(2 * widthOf(file(path.replace("@2x", ""))));
});

test("an .ico names the place and the width of each of its pictures", () => {
  const ico = file("app/icon.ico");
  const widths = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = ico.subarray(6 + 16 * index);
    const png = ico.subarray(entry.readUInt32LE(12), entry.readUInt32LE(12) + entry.readUInt32LE(8));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(entry.readUInt8(0)).toBe(widthOf(png) % 256);
    return widthOf(png);
  });
  expect(widths).toEqual([16, 24, 32, 48, 64, 128, 256]);
});

test("an .icns holds a picture of the right width for each of its types", () => {
  const icns = file("app/icon.icns");
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const found: Record<string, number> = {};
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    found[icns.toString("ascii", at, at + 4)] = widthOf(icns.subarray(at + 8));
  expect(found).toEqual(icnsTypes);
});
