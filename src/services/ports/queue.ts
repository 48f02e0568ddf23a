/**
 * The queue is a timer: it says "look at this lane now". What is owed stands in the database, so a job lost with
 * the queue is only late until the reconciler looks, and a job delivered twice finds nothing left to do.
 */

export type Job =
  /** Handle the updates that wait in this lane. */
  | { name: 'inbox'; lane: string }
  /** Send the notices that wait for this chat; where somebody waits for an answer, before all other chats. */
  | { name: 'outbox'; chatId: number; isAnswer?: true };

export interface Queue {
  /** Never throws: a queue that is down delays a message, it does not lose one. */
  wake(job: Job, delayMs?: number): Promise<void>;
}
