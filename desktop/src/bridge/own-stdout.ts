import { Console } from "node:console";
import { Writable } from "node:stream";

/**
 * Takes stdout for the protocol alone: whatever else writes there from now on, console or a stray print in a
 * dependency, ends up on stderr. Call it before anything else loads. An error of the pipe (EPIPE) is an error of
 * the stream given.
 */
export function claimStdout(): Writable {
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout);
  const wire = new Writable({
    decodeStrings: false,
    write: (chunk: string | Uint8Array, encoding, done) => {
      write(chunk, encoding, (error) => done(error));
    },
  });
  stdout.on("error", (error) => wire.destroy(error));
  // Nobody reads our notes any more: no reason to stop working.
  stderr.on("error", () => {});
  stdout.write = stderr.write.bind(stderr);
  Object.assign(stdout, {
    end: (last?: unknown) => {
      if (typeof last === "string" || last instanceof Uint8Array) stderr.write(last);
      return stdout;
    },
  });
  Object.assign(console, new Console(stderr, stderr));
  return wire;
}
