import { expect, it } from "vitest";
import { rolesToGive } from "./roles.ts";

it("only owners make or unmake owners, and members give no roles", () => {
  expect(rolesToGive("owner", "owner")).toEqual(["owner", "admin", "member"]);
  expect(rolesToGive("admin", "member")).toEqual(["admin", "member"]);
  expect(rolesToGive("admin", "owner")).toEqual([]);
  expect(rolesToGive("member")).toEqual([]);
});
