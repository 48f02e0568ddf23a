import type { Config } from '../../config.ts';
import { zaloBotClient } from '../../platforms/start-platforms.ts';
import { lookUpAccount } from '../../platforms/zalo-bot/account.ts';
import type { BotClient } from '../../platforms/zalo-bot/client.ts';
import { isNoWebhook } from '../../platforms/zalo-bot/errors.ts';
import { oneLine } from '../failure.ts';
import { type Finding, inOrder, worthKnowing, wrong } from './finding.ts';
import { hostOf } from './host-of.ts';

/** Says nothing about a bot that is not set up: a personal account is the other way, and one of them is enough. */
export async function* checkZaloBot(config: Config): AsyncGenerator<Finding> {
  const client = zaloBotClient(config);
  if (!client) return;
  try {
    const { names, id, plan, canJoinGroups } = await lookUpAccount(client);
    yield inOrder(`Zalo Bot: the token is that of ${names[0] ?? id}${plan ? ` (${plan})` : ''}`);
    yield canJoinGroups
      ? inOrder('Zalo Bot: may be taken into groups, where it sees mentions of it and quotes of its messages')
      : worthKnowing(
          'Zalo Bot: may not be taken into groups',
          'Groups are in beta at Zalo. Reminders go to each person privately; for a group use Telegram or a personal account.',
        );
    yield* checkWebhook(client, config.ZALO_BOT_WEBHOOK_URL);
  } catch (error) {
    yield wrong(
      `Zalo Bot: ${oneLine(error)}`,
      'Check ZALO_BOT_TOKEN, the way to the internet, and ZALO_BOT_API_ROOT if it is set.',
    );
  }
}

async function* checkWebhook(client: BotClient, wanted: string | undefined): AsyncGenerator<Finding> {
  const url = await webhookInForce(client);
  if (wanted) {
    yield url === wanted
      ? inOrder('Zalo Bot: calls ZALO_BOT_WEBHOOK_URL')
      : worthKnowing(
          `Zalo Bot: the webhook in force is ${url === '' ? 'none' : `at ${hostOf(url)}`}, not ZALO_BOT_WEBHOOK_URL`,
          '`nhachan start` announces it. If the service runs already, look for its complaint in the log.',
        );
    return;
  }
  if (url !== '') {
    yield worthKnowing(
      `Zalo Bot: the bot's messages go to a webhook at ${hostOf(url)}, while these settings fetch them`,
      'If another program uses this bot, give this one a bot of its own: `nhachan start` takes the webhook away.',
    );
  }
  yield worthKnowing(
    'Zalo Bot: messages are fetched (no webhook), and what people write while the service is down is lost',
    'Set ZALO_BOT_WEBHOOK_URL where the office has a public https address.',
  );
}

async function webhookInForce(client: BotClient): Promise<string> {
  try {
    return (await client.call('getWebhookInfo', {})).url ?? '';
  } catch (error) {
    if (isNoWebhook(error)) return '';
    throw error;
  }
}
