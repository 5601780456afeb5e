import type { AppRouter } from "@agentpass/shared/api";
import { createTRPCClient, httpLink } from "@trpc/client";

const { AGENTPASS_API_URL: server = "http://127.0.0.1:3846", AGENTPASS_API_KEY: key = "" } = process.env;
const api = createTRPCClient<AppRouter>({
  links: [httpLink({ url: `${server}/trpc`, headers: { authorization: `Bearer ${key}` } })],
});

const { numbers } = await api.number.list.query();
for (const { phoneNumber, state } of numbers) console.log(phoneNumber, state);
