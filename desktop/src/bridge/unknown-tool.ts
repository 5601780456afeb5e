import { nearName, squashed } from "./near-name.ts";
import { isToolName, toolDefinitions, type ToolName } from "./tool-definitions.ts";
import { correctedLine } from "./tool-errors.ts";

const names = toolDefinitions.map((tool) => tool.name).filter(isToolName);

/** What models call the things and deeds of the tools. A name with another deed, e.g. "send_sms", means none of them. */
const ABOUT_NUMBER = /number|phone/;
const ABOUT_SMS = /sms|message|otp|code/;
const deeds: readonly (readonly [deed: RegExp, aboutNumber: ToolName | null, aboutSms: ToolName | null])[] = [
  [/release|free|return|delete|remove|drop|giveback/, "release_phone_number", null],
  [/get|lease|rent|request|obtain|acquire|reserve|allocate|new/, "get_phone_number", "wait_for_sms"],
  [/wait|await|receive|poll|watch/, "wait_for_sms", "wait_for_sms"],
  [/extract|parse/, null, "extract_otp_from_sms"],
  [/list|read|fetch|show|check|history|inbox/, null, "list_sms"],
];

/** What to answer to a call of a tool that there is not: the names there are, and the call that was probably meant. */
export function unknownTool(name: string, given: Record<string, unknown>): string {
  const meant = meantTool(name);
  const text = `Unknown tool ${JSON.stringify(name.slice(0, 60))}; the tools are ${names.join(", ")}.`;
  return meant === null ? text : `${text}\n${correctedLine({ name: meant, arguments: given })}`;
}

function meantTool(name: string): ToolName | null {
  const plain = squashed(name);
  const within = names.find((tool) => plain.includes(squashed(tool)));
  const near = within ?? nearName(name, names);
  if (near !== null) return isToolName(near) ? near : null;
  const deed = deeds.find(([words]) => words.test(plain));
  if (deed === undefined) return null;
  const [, aboutNumber, aboutSms] = deed;
  if (ABOUT_NUMBER.test(plain)) return aboutNumber;
  return ABOUT_SMS.test(plain) ? aboutSms : null;
}
