import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compareVersions, VERSION, type Compatibility } from "./version.ts";

const part = fc.nat({ max: 40 });
const version = fc.tuple(part, part, part).map((parts) => parts.join("."));
const mirrored: Record<Compatibility, Compatibility> = {
  compatible: "compatible",
  own_too_old: "other_too_old",
  other_too_old: "own_too_old",
};

test("both sides come to the same conclusion", () => {
  fc.assert(
    fc.property(version, version, (one, other) => {
      expect(compareVersions(one, other)).toBe(mirrored[compareVersions(other, one)]);
    }),
  );
});

test("patches, pre-releases and builds make no difference", () => {
  const suffix = fc.constantFrom("", "-rc.1", "+build.7", "-beta.2+x");
  fc.assert(
    fc.property(version, version, fc.tuple(part, suffix), (own, other, [patch, end]) => {
      const [major, minor] = other.split(".");
      expect(compareVersions(own, `${major}.${minor}.${patch}${end}`)).toBe(compareVersions(own, other));
    }),
  );
});

test("within a major version one minor version apart is taken, and more is not: the older one is named", () => {
  fc.assert(
    fc.property(part, part, part, (major, own, other) => {
      const expected =
        Math.abs(own - other) <= 1 ? "compatible" : own < other ? "own_too_old" : "other_too_old";
      expect(compareVersions(`${major}.${own}.0`, `${major}.${other}.9`)).toBe(expected);
    }),
  );
});

test("another major version is never taken, whatever the minor ones are", () => {
  fc.assert(
    fc.property(fc.tuple(part, fc.integer({ min: 1, max: 5 })), part, part, ([major, apart], own, other) => {
      expect(compareVersions(`${major}.${own}.0`, `${major + apart}.${other}.0`)).toBe("own_too_old");
    }),
  );
});

test("text that is no version is too old beside any version", () => {
  const text = fc.oneof(fc.string(), fc.constantFrom("", "1", "1.2", "v1.2.3", "1.2.x", "-1.0.0", "1.0.0 "));
  fc.assert(
    fc.property(
      version,
      text.filter((one) => !/^\d+\.\d+\.\d+/.test(one)),
      (own, other) => {
        expect(compareVersions(own, other)).toBe("other_too_old");
      },
    ),
  );
});

test.each(["package.json", "shared/package.json", "server/package.json", "desktop/package.json"])(
  "%s names the version that is spoken of",
  (file) => {
    const text = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
    expect(JSON.parse(text)).toMatchObject({ version: VERSION });
  },
);
