import { readFileSync, writeFileSync } from "node:fs";
import { sentence, table, type Report } from "./report.ts";

/**
 * Fills in the places of a document that are marked for these benchmarks, `<!-- P3 -->` to `<!-- /P3 -->`, and leaves the others.
 * `made` says when and where. Throws where a benchmark has no place.
 */
export function writeFigures(file: string, reports: readonly Report[], made: string): void {
  let document = readFileSync(file, "utf8");
  for (const report of reports) {
    const place = new RegExp(`(<!-- ${report.id} -->\n)[^]*?(<!-- /${report.id} -->)`);
    if (!place.test(document))
      throw new Error(
        `${file} has no place for ${report.id}: <!-- ${report.id} --> to <!-- /${report.id} -->`,
      );
    const goals = report.goals.map((goal) => `- ${sentence(goal)}`).join("\n");
    const figures = `\n${table(report.head, report.rows)}\n\n${goals}\n\n${made}\n\n`;
    document = document.replace(place, (_all, begin: string, end: string) => `${begin}${figures}${end}`);
  }
  writeFileSync(file, document);
}
