import { type DeliveryDeps, deliverChat } from '../src/services/delivery/deliver-chat.ts';

/** From the queue: sends the notices that wait for one chat. */
export function deliverChatJob(deps: DeliveryDeps) {
  return ({ chatId }: { chatId: number }) => deliverChat(deps, chatId);
}
