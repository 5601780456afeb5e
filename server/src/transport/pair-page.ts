import { invitationSecret } from "@agentpass/shared/team-api";
import { Router } from "express";
import { escapeHtml, sendPage } from "./html-page.ts";

/**
 * `/pair/<secret>`, an invitation's link, and `/pair`, where a device sends the person who is to approve it. Both say
 * what to do and ask nothing of the database: looking consumes nothing and tells nobody whether a link is good.
 */
export function createPairPage(publicUrl: () => string): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get("/pair", (_request, response) => {
    sendPage(response, { title: "Approve a device - AgentPass SMS", main: approval(publicUrl()) });
  });
  router.get("/pair/:secret", (request, response, next) => {
    const secret = invitationSecret.safeParse(request.params.secret);
    if (!secret.success) return next();
    const main = invitation(publicUrl(), secret.data);
    sendPage(response, { title: "Invitation - AgentPass SMS", main });
  });
  return router;
}

function invitation(server: string, secret: string): string {
  const app = `agentpass://pair?${new URLSearchParams({ server, invitation: secret }).toString()}`;
  const link = `${server}/pair/${secret}`;
  return `<h1>You are invited</h1>
<p>to the AgentPass SMS team of <strong>${escapeHtml(new URL(server).host)}</strong>. Accept only an invitation that you expected.</p>
<h2>With the app on this computer</h2>
<p><a class="button" href="${escapeHtml(app)}">Open in AgentPass</a></p>
<p>If nothing opens, start the app yourself, and paste this link where it asks for a server or an invitation:</p>
<code>${escapeHtml(link)}</code>
<h2>Without it</h2>
<p>In a checkout of AgentPass SMS:</p>
<code>pnpm agentpass member accept ${escapeHtml(link)}</code>
<h2>Good to know</h2>
<p>The invitation lets in one person, once, within 7 days. Opening this page does not use it up. Pass it on to nobody: whoever
uses it first is let in.</p>`;
}

function approval(server: string): string {
  return `<h1>Approve a device</h1>
<p>A device that wants to use the AgentPass SMS team of <strong>${escapeHtml(new URL(server).host)}</strong> shows a code of eight letters.</p>
<h2>In the app</h2>
<p>Choose "Approve a device" and type the code.</p>
<h2>Without it</h2>
<p>In a checkout of AgentPass SMS, with your key, and the code that the device shows:</p>
<code>pnpm agentpass device approve WDJB-MJHT</code>
<h2>Good to know</h2>
<p>You are shown the device before you approve it. Approve only one that is before you: it will see your codes. If somebody
sent you a code, do not type it.</p>`;
}
