import { ProtocolError, ProtocolErrorCode, type Server } from "@modelcontextprotocol/server";
import type { Bridge } from "../bridge.ts";
import { completeService, signUpPrompt, signUpText } from "./sign-up-prompt.ts";

/** The prompts, and the completion of their arguments and of the resources' numbers. Needs no backend. */
export function handlePrompts(server: Server, bridge: Bridge): void {
  server.setRequestHandler("prompts/list", () => ({ prompts: [signUpPrompt] }));
  server.setRequestHandler("prompts/get", ({ params }) => {
    if (params.name === signUpPrompt.name) return signUpText(params.arguments);
    const text = `Unknown prompt ${JSON.stringify(params.name.slice(0, 60))}; there is ${signUpPrompt.name}.`;
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, text);
  });
  server.setRequestHandler("completion/complete", ({ params: { ref, argument } }) => {
    const isService = ref.type === "ref/prompt" && argument.name === "service";
    const isNumber = ref.type === "ref/resource" && argument.name === "number";
    const numbers = isNumber ? bridge.numbers.held.filter((number) => number.includes(argument.value)) : [];
    return { completion: { values: isService ? completeService(argument.value) : numbers, hasMore: false } };
  });
}
