import { expect, test } from 'vitest';
import { channelOnJoining, wayTo } from '../../src/services/people/channels.ts';
import type { Chat } from '../../src/services/ports/chats.ts';
import type { PlatformName, UnreachableReason } from '../../src/services/ports/messenger.ts';

const LAN = 7;

function chatOn(platform: PlatformName, lost: UnreachableReason | null = null, preferred = false): Chat {
  return {
    id: 1,
    platform,
    address: { id: 'lan' },
    kind: 'private',
    title: '',
    organizationId: 1,
    unitId: null,
    memberId: LAN,
    preferred,
    reachable: lost === null,
    unreachable: lost,
  };
}

test.each<[Chat[], joined: PlatformName, PlatformName, isFirst: boolean]>([
  [[chatOn('zalo')], 'zalo', 'zalo', true],
  [[chatOn('telegram', null, true), chatOn('zalo')], 'zalo', 'telegram', false],
  [[chatOn('telegram', 'blocked', true), chatOn('zalo')], 'zalo', 'zalo', false],
])('whoever joins hears where they can be written to: %#', (chats, joined, platform, isFirst) => {
  expect(channelOnJoining(LAN, chats, joined)).toEqual({ platform, isFirst });
});

test.each<[Chat[], out: PlatformName[], ReturnType<typeof wayTo>]>([
  [[], [], { why: 'never-joined' }],
  [[chatOn('zalo')], ['telegram'], { isOpen: true }],
  [[chatOn('zalo'), chatOn('telegram', null, true)], ['telegram'], { isOpen: true }],
  [[chatOn('zalo'), chatOn('telegram', null, true)], ['telegram', 'zalo'], { waitsFor: 'telegram' }],
  [[chatOn('zalo', 'stranger'), chatOn('telegram', 'blocked', true)], [], { why: 'blocked' }],
])('the way to a member: %#', (chats, out, way) => {
  expect(wayTo(LAN, chats, new Map(out.map((platform) => [platform, 'out'])))).toEqual(way);
});
