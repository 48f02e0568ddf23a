/**
 * Run by {@link OfficeProcess}: one more process of the service at the same ledger, so that two of them can really
 * run at once and one of them can really be killed. What arrives on its platform is a line in the file `arrivals`.
 */
import { appendFileSync } from 'node:fs';
import { type DatabasePlace, openStorage } from '../../src/storage/open-storage.ts';
import { asArrival, RecordingMessenger } from './ledger-messenger.ts';
import { LedgerOffice } from './ledger-office.ts';

export interface ProcessOptions {
  place: DatabasePlace;
  now: string;
  arrivals: string;
  textLimit?: number;
  /** When it kills itself, as a power cut would. */
  dies?: Death;
}

/** In which of its sends, before or after the message arrives; or when an update is handled but for the commit. */
export type Death = { inSend: number; when: 'before-arrival' | 'after-arrival' } | 'before-commit';

export type Command =
  | { do: 'plan'; at: string }
  | { do: 'deliver'; chatId: number }
  | { do: 'handle'; lane: string };

const options = JSON.parse(process.argv[2] ?? '') as ProcessOptions;
const messenger = new RecordingMessenger();
if (options.textLimit) messenger.textLimit = options.textLimit;
let sends = 0;
messenger.beforeArrival = async (message) => {
  sends += 1;
  const death = typeof options.dies === 'object' && options.dies.inSend === sends ? options.dies.when : null;
  if (death === 'before-arrival') await die();
  appendFileSync(options.arrivals, `${JSON.stringify({ ...message, words: asArrival(message) })}\n`);
  if (death === 'after-arrival') await die();
};

function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}

const opened = await openStorage(options.place);
const office = new LedgerOffice(opened, { now: options.now, messengers: [messenger] });

async function obey(command: Command): Promise<void> {
  switch (command.do) {
    case 'plan':
      office.at(command.at);
      return office.plan();
    case 'deliver':
      return office.deliver(command.chatId);
    case 'handle':
      return office.handle(command.lane, {
        handle: async (...update) => {
          const chats = await office.handler.handle(...update);
          return options.dies === 'before-commit' ? die() : chats;
        },
      });
  }
}

process.on('message', (command: Command) => {
  obey(command).then(
    () => process.send?.({ done: true }),
    (error) => process.send?.({ done: false, why: String(error) }),
  );
});
process.on('disconnect', () => opened.close());
process.send?.({ done: true });
