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
  /** When it kills itself, as a power cut would: in which of its sends, before or after the message arrives. */
  dies?: { inSend: number; when: 'before-arrival' | 'after-arrival' };
}

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
  const isLastSend = sends === options.dies?.inSend;
  if (isLastSend && options.dies?.when === 'before-arrival') await die();
  appendFileSync(options.arrivals, `${JSON.stringify({ ...message, words: asArrival(message) })}\n`);
  if (isLastSend) await die();
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
      return office.handle(command.lane);
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
