import { Option, type Command } from "commander";
import { duration, e164 } from "./arguments.ts";
import { padTo } from "./display-width.ts";
import { diagnose } from "./doctor/diagnose.ts";
import { checks, type Check, type Finding } from "./doctor/finding.ts";
import { listen, type Hop } from "./doctor/listen.ts";
import { examine } from "./doctor/patient.ts";
import { examples } from "./examples.ts";
import { exitCodes } from "./exit-code.ts";
import { localTime } from "./print-table.ts";
import { runLocally, type CommandOptions } from "./run-command.ts";

interface DoctorOptions extends CommandOptions {
  fix?: boolean;
  production?: boolean;
  listen?: string;
  for: number;
  accept?: Check[];
  ngrokApi?: string;
}

/** `agentpass doctor` */
export function addDoctorCommand(program: Command): void {
  program
    .command("doctor")
    .description("looks for what keeps codes from arriving, and says how to mend it")
    .option("--fix", "point each Twilio number at this server, or at a running ngrok")
    .option("--production", "also go through the production checklist")
    .addOption(
      new Option(
        "--accept <checks...>",
        "problems that you have seen to, by name; they do not count",
      ).choices(checks),
    )
    .option("--listen <number>", "wait for a text of your own to this number, and tell each hop", e164)
    .option("--for <duration>", "how long to listen", duration, 300_000)
    .addOption(new Option("--ngrok-api <url>", "ngrok's local API, where it is not at port 4040"))
    .option("--yes", "do it without asking")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `${examples("doctor", "doctor --fix", "doctor --listen +14155550100", "doctor --production --accept backups")}

Each line is ok, a problem with its mend, or skipped. The exit code is 1 where there is a problem. It works also while
the server is down. The webhook is tried with a probe: signed, and without a message id, so that it is refused after its
signature was taken, and nothing is stored.`,
    )
    .action((options: DoctorOptions) => runLocally(options, (talk) => run(options, talk)));
}

async function run(options: DoctorOptions, talk: Parameters<Parameters<typeof runLocally>[1]>[0]) {
  const patient = await examine();
  if (options.listen !== undefined) {
    const hops = await listen(patient, {
      phoneNumber: options.listen,
      forMs: options.for,
      talk,
      onHop: (hop) => options.json || console.error(hopLine(hop)),
    });
    const took = hops.some(({ hop }) => hop === "agent took it")
      ? "The code went all the way."
      : "The code is stored; no agent has taken it yet.";
    return { data: { hops }, text: took };
  }
  const findings = await diagnose(patient, {
    fix: options.fix ?? false,
    production: options.production ?? false,
    accept: options.accept ?? [],
    talk,
    ngrokApi: options.ngrokApi,
  });
  const problems = findings.filter(({ status }) => status === "problem").length;
  if (problems > 0) process.exitCode = exitCodes.failed;
  const summary = problems === 0 ? "No problem." : `${problems} ${problems === 1 ? "problem" : "problems"}.`;
  return { data: { findings, problems }, text: [...findings.map(lineOf), "", summary].join("\n") };
}

function lineOf({ check, status, message, mend }: Finding): string {
  const line = `${padTo(status, 9)}${padTo(check, 16)}${message}`;
  return mend === undefined ? line : `${line}\n${padTo("", 9)}${padTo("  mend:", 16)}${mend}`;
}

function hopLine({ hop, at }: Hop): string {
  return `${localTime(at)?.slice(11) ?? ""}  ${hop}`;
}
