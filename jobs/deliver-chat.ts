import type { SendingDesk } from '../src/services/delivery/sending-desk.ts';

/** From the queue: something waits at one chat, which takes its place in line. */
export function deliverChatJob(desk: SendingDesk) {
  return ({ chatId, isAnswer }: { chatId: number; isAnswer?: true }) => desk.call(chatId, isAnswer);
}
