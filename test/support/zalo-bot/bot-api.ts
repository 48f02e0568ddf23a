/** The methods of the Zalo Bot API that the office uses, with the checks that its documentation names. */
import type { Method } from '../bot-api.ts';
import { Refusal } from '../refusal.ts';
import type { ZaloBotWorld } from './world.ts';

const TEXT_LIMIT = 2000;

export function botApiMethods(world: ZaloBotWorld): Record<string, Method> {
  const { updates } = world;
  const webhookInfo = () => ({ url: updates.webhook?.url ?? '', updated_at: Date.now() });
  return {
    getMe: () => ({ ...world.bot, can_join_groups: world.canJoinGroups }),
    getUpdates: ({ timeout }, gone) => updates.poll(Number(timeout) || 30, gone),
    async setWebhook({ url, secret_token: secret }) {
      if (!/^https?:\/\//.test(String(url))) throw badRequest('url');
      if (typeof secret !== 'string' || secret.length < 8 || secret.length > 256)
        throw badRequest('secret_token');
      const webhook = { url: String(url), secret };
      updates.setWebhook(webhook);
      const status = await updates.tell(webhook, { event_name: 'webhook.verification' });
      const verification =
        status === 200
          ? { ok: true, outcome: 'webhook.ok', hint: 'Your endpoint responded successfully.' }
          : { ok: false, outcome: 'webhook.err.unreachable', hint: `Your endpoint answered: ${status}` };
      return { ...webhookInfo(), verification };
    },
    deleteWebhook() {
      updates.webhook = null;
      return webhookInfo();
    },
    getWebhookInfo: webhookInfo,
    sendMessage({ chat_id: chatId, text }) {
      return world.accept(String(chatId), { text: checked(text, 'text') });
    },
    async sendPhoto({ chat_id: chatId, photo, caption }) {
      const words = caption === undefined ? '' : checked(caption, 'caption');
      const response = await fetch(String(photo)).catch(() => null);
      if (!response?.ok) throw badRequest('photo');
      const content = Buffer.from(await response.arrayBuffer());
      const type = response.headers.get('content-type') ?? '';
      return world.accept(String(chatId), { text: words, photo: { type, content } });
    },
    sendChatAction({ chat_id: chatId, action }) {
      if (!world.chats.has(String(chatId)) || action !== 'typing') throw badRequest('action');
      return undefined;
    },
  };
}

function checked(text: unknown, field: string): string {
  if (typeof text !== 'string' || text === '' || text.length > TEXT_LIMIT) throw badRequest(field);
  return text;
}

function badRequest(field: string): Refusal {
  return new Refusal(400, `Bad request: ${field}`);
}
