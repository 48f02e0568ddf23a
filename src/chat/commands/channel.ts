import { fold } from '../../domain/text-fold.ts';
import { chooseChannel } from '../../services/people/choose-channel.ts';
import { inviteToOtherChannel } from '../../services/people/invite-member.ts';
import { type Channel, showChannels } from '../../services/people/show-channels.ts';
import type { PlatformName } from '../../services/ports/messenger.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { parseChannel } from '../understanding/formal/channel.ts';
import { channelWords, joinChannelWords, platformName, typedName } from '../words/channel-words.ts';

/** "/kenh": where I hear, and a code for my other platforms; "/kenh zalo": hear there from now on. */
export const channelCommand: CommandKind<'channel'> = {
  slash: [
    {
      words: { vi: ['kenh'], en: ['channel'] },
      menu: { line: 'menu.channel' },
      // An unknown name shows what there is.
      read: (tail) => parseChannel(`kenh ${fold(tail)}`.trim()) ?? { name: 'channel', wanted: null },
    },
  ],
  help: ['help.channel'],
  brief: { line: 'brief.channel' },
  answer: channel,
};

async function channel(turn: MemberTurn, { wanted }: CommandOf<'channel'>): Promise<Answer> {
  const { store, member, chat, t, now, updateId, platforms } = turn;
  // The code is for this person alone.
  if (chat.kind === 'group') return say(t('channel.notInGroup'));
  const channels = await showChannels(store, member, platforms);
  if (wanted === null) return overview(turn, channels);
  const found = meant(wanted, channels);
  const platform = platformName(found?.platform ?? wanted, t);
  if (!found) return say(t('channel.notOffered', { platform }));
  if (found.state === 'absent') return howToJoin(turn, [found], t('channel.notJoined', { platform }));
  await chooseChannel(store, member, found.platform, { memberId: member.id, updateId, at: now });
  return say(t(found.state === 'lost' ? 'channel.chosenButLost' : 'channel.chosen', { platform }));
}

/** The office may be on either of Zalo's two ways: people call both of them Zalo. */
function meant(wanted: PlatformName, channels: Channel[]): Channel | undefined {
  const named = channels.filter(
    ({ platform }) => platform === wanted || (wanted === 'zalo' && platform === 'zalo-bot'),
  );
  return named.find(({ state }) => state !== 'absent') ?? named[0];
}

async function overview(turn: MemberTurn, channels: Channel[]): Promise<Answer> {
  const { t } = turn;
  const lines = channelWords(channels, t);
  const others = channels.filter(({ state }) => state === 'joined');
  const [other] = others;
  if (other)
    lines.push({ text: t('channel.howTo', { platform: typedName(other.platform) }), style: 'quiet' });
  const absent = channels.filter(({ state }) => state === 'absent');
  if (absent.length > 0) lines.push(...(await howToJoin(turn, absent)).lines);
  return { lines };
}

async function howToJoin(turn: MemberTurn, absent: Channel[], ...first: string[]): Promise<Answer> {
  const { store, member, t, now, updateId, linkOn } = turn;
  const { code } = await inviteToOtherChannel(store, member, { memberId: member.id, updateId, at: now });
  const platforms = absent.map(({ platform }) => platform);
  const links = platforms.flatMap((platform) => linkOn(platform, code) ?? []);
  return { lines: [...say(...first).lines, ...joinChannelWords(platforms, code, links, t)] };
}
