import type { Config } from '../../config.ts';
import { telegramClient } from '../../platforms/start-platforms.ts';
import { lookUpAccount } from '../../platforms/telegram/account.ts';
import type { TelegramClient } from '../../platforms/telegram/client.ts';
import { oneLine } from '../failure.ts';
import { type Finding, inOrder, worthKnowing, wrong } from './finding.ts';
import { hostOf } from './host-of.ts';

export async function* checkTelegram(config: Config): AsyncGenerator<Finding> {
  const client = telegramClient(config);
  if (!client) {
    yield worthKnowing(
      'Telegram: not set up, so nobody is reminded there',
      'Ask @BotFather for a bot (/newbot) and put its token into .env as TELEGRAM_BOT_TOKEN.',
    );
    return;
  }
  try {
    const { username, canReadAllGroupMessages } = await lookUpAccount(client);
    yield inOrder(`Telegram: the token is that of @${username}`);
    yield inOrder(
      canReadAllGroupMessages
        ? 'Telegram: in groups the bot reads every message'
        : 'Telegram: in groups the bot reads commands, mentions and replies to it (privacy mode, which is enough)',
    );
    yield* checkWebhook(client, config.TELEGRAM_WEBHOOK_URL);
  } catch (error) {
    yield wrong(
      `Telegram: ${oneLine(error)}`,
      'Check TELEGRAM_BOT_TOKEN, the way to the internet, and TELEGRAM_API_ROOT if it is set.',
    );
  }
}

async function* checkWebhook(client: TelegramClient, wanted: string | undefined): AsyncGenerator<Finding> {
  const info = await client.call('getWebhookInfo', {});
  const { url = '', last_error_message: failure, pending_update_count: waiting } = info;
  if (!wanted && url !== '') {
    yield worthKnowing(
      `Telegram: the bot's messages go to a webhook at ${hostOf(url)}, while these settings fetch them`,
      'If another program uses this bot, give this one a bot of its own: `nhachan start` takes the webhook away.',
    );
  } else if (wanted && url !== wanted) {
    yield worthKnowing(
      `Telegram: the webhook in force is ${url === '' ? 'none' : `at ${hostOf(url)}`}, not TELEGRAM_WEBHOOK_URL`,
      '`nhachan start` announces it. If the service runs already, look for its complaint in the log.',
    );
  } else {
    yield inOrder(
      wanted ? 'Telegram: calls TELEGRAM_WEBHOOK_URL' : 'Telegram: messages are fetched (no webhook)',
    );
  }
  // Telegram remembers its last failure for good; with nothing waiting it has been mended since.
  if (url !== '' && failure !== undefined && waiting > 0) {
    yield worthKnowing(
      `Telegram: ${waiting} messages wait, because calling the webhook failed: ${failure}`,
      'The address must be open to the internet, with a valid certificate, and lead to WEB_PORT.',
    );
  }
}
