import type { Config } from '../../config.ts';
import { closedToOthers, readSession } from '../../platforms/zalo/session-file.ts';
import { readUnknownCodes } from '../../platforms/zalo/unknown-codes.ts';
import { oneLine } from '../failure.ts';
import { type Finding, inOrder, worthKnowing, wrong } from './finding.ts';

/** Looks at the session's file alone: signing in would drive out the service that runs. */
export async function* checkZalo(config: Config): AsyncGenerator<Finding> {
  const path = config.ZALO_SESSION_FILE;
  if (!path) {
    // The official bot speaks for the office instead, and has checks of its own.
    if (config.ZALO_BOT_TOKEN) return;
    yield worthKnowing(
      'Zalo: not set up, so nobody is reminded there',
      'Set ZALO_BOT_TOKEN, or run `nhachan zalo-login` with an account of its own: README, "Which Zalo?".',
    );
    return;
  }
  try {
    await readSession(path);
    yield inOrder(
      `Zalo: a session lies in ${path}; whether Zalo still takes it is seen at the start (/health)`,
    );
    if (!(await closedToOthers(path))) {
      yield worthKnowing(`Zalo: other users of this machine can read ${path}`, `chmod 600 ${path}`);
    }
    for (const { code, words, at } of await readUnknownCodes(path)) {
      yield worthKnowing(
        `Zalo: refused something with code ${code}, which is not known here (first on ${at.slice(0, 10)}): ${words}`,
        'Look for the code in the issues of zca-js. What was refused was tried again for a while.',
      );
    }
  } catch (error) {
    yield wrong(`Zalo: ${oneLine(error)}`, 'Run `nhachan zalo-login` and scan the code with the account.');
  }
}
