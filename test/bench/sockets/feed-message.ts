/** What every contender sends: an item and a cursor as the product's feed has them for a stored message. */
import { randomBytes, randomUUID } from "node:crypto";

export interface FeedMessage {
  cursor: string;
  item: { type: "message.received"; numberId: string; leaseId: string; messageId: string; agentId: string };
}

const [epoch, numberId, leaseId, agentId] = [
  randomBytes(4).toString("hex"),
  randomUUID(),
  randomUUID(),
  randomUUID(),
];

export function newItem(): FeedMessage["item"] {
  return { type: "message.received", numberId, leaseId, messageId: randomUUID(), agentId };
}

export function cursorOf(seq: number): string {
  return `${epoch}:${seq}:${randomBytes(4).toString("hex")}`;
}
