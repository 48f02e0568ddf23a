import { expect, test } from 'vitest';
import { invitedBy } from '../../src/chat/reading/read-update.ts';
import { newCode } from '../../src/services/people/invite-member.ts';

test('every code is found in the sentence that somebody passes on', () => {
  for (let count = 0; count < 2000; count += 1) {
    const code = newCode();
    const text = `Mở tin nhắn riêng với bot và gửi: /start ${code}. Mã chỉ dùng một lần.`;
    const update = {
      platform: 'zalo' as const,
      id: '1',
      chat: { id: 'lan', kind: 'private' as const },
      from: { id: 'lan', name: 'Lan' },
      event: { type: 'message' as const, messageId: '1', text, addressed: true, attachments: [] },
    };
    expect(invitedBy(update), code).toEqual({ name: 'join', code });
  }
});
