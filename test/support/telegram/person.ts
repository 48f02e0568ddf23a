/** Somebody with Telegram on the phone, and their private chat with the bot. */

import { Refusal } from '../refusal.ts';
import { Conversation, type Placing, type Press, type Sending, spoken } from './conversation.ts';
import { badRequest, type ChatJson, type MessageJson, type UserJson } from './json.ts';
import type { ReceivedMessage } from './mailbox.ts';
import type { StandInWorld } from './world.ts';

export interface PersonTraits {
  lastName?: string;
  username?: string;
  /** The language the app is set to. */
  language?: string;
  /** Pressed Start long ago, of which no update tells any more. */
  hasStarted?: true;
}

export class Person extends Conversation {
  readonly user: UserJson;
  readonly chat: ChatJson;
  #standing: 'stranger' | 'talking' | 'blocking' | 'deleted' = 'stranger';

  constructor(
    world: StandInWorld,
    id: number,
    name: string,
    { lastName, username, language = 'vi', hasStarted }: PersonTraits,
  ) {
    super(world, name);
    const names = { first_name: name, ...(lastName !== undefined && { last_name: lastName }) };
    this.user = { id, is_bot: false, ...names, ...(username && { username }), language_code: language };
    this.chat = { id, type: 'private', ...names };
    if (hasStarted) this.#standing = 'talking';
  }

  get id(): number {
    return this.user.id;
  }

  /** Presses Start, having come by an invitation link with a code or by the bot's name. */
  startBot(code?: string): MessageJson {
    if (this.#standing === 'blocking') this.unblocks();
    this.#standing = 'talking';
    return this.says(code === undefined ? '/start' : `/start ${code}`);
  }

  says(text: string, placing?: Pick<Placing, 'replyTo'>): MessageJson {
    this.#mustTalk();
    return this.write(this.user, spoken(text), placing);
  }

  sends(sending: Sending, placing?: Pick<Placing, 'replyTo'>): MessageJson {
    this.#mustTalk();
    return this.write(this.user, this.world.files.contentOf(sending), placing);
  }

  sendsAlbum(pieces: Sending[], placing?: Pick<Placing, 'replyTo'>): MessageJson[] {
    this.#mustTalk();
    return this.writeAlbum(this.user, pieces, placing);
  }

  /** Changes the words of a message sent before. */
  edits(message: MessageJson, text: string): void {
    const edited = { ...message, ...spoken(text), edit_date: this.world.unixTime() };
    this.messages.set(message.message_id, edited);
    this.world.updates.add({ edited_message: edited });
  }

  /** Presses the button on the newest message that has it. */
  presses(label: string): Press {
    this.#mustTalk();
    return this.pressIn(this.user, label);
  }

  /** Sets a sign below the bot's message; null takes it back. */
  reacts(to: ReceivedMessage, emoji: string | null = '👍'): void {
    this.#mustTalk();
    this.reactIn({ user: this.user }, to, emoji);
  }

  blocks(): void {
    this.#standing = 'blocking';
    this.#tellMembership('member', 'kicked');
  }

  unblocks(): void {
    this.#standing = 'talking';
    this.#tellMembership('kicked', 'member');
  }

  deletesAccount(): void {
    this.#standing = 'deleted';
  }

  override refusal(): Refusal | undefined {
    if (this.#standing === 'talking') return undefined;
    if (this.#standing === 'blocking') return new Refusal(403, 'Forbidden: bot was blocked by the user');
    if (this.#standing === 'deleted') return new Refusal(403, 'Forbidden: user is deactivated');
    // The bot knows a stranger's id only from a group they share.
    return this.world.sharesGroupWithBot(this)
      ? new Refusal(403, "Forbidden: bot can't initiate conversation with a user")
      : badRequest('chat not found');
  }

  protected override isShown(): boolean {
    return true;
  }

  protected override placed(threadId: number | undefined): Partial<MessageJson> {
    if (threadId !== undefined) throw badRequest('message thread not found');
    return {};
  }

  #mustTalk(): void {
    if (this.#standing !== 'talking') {
      throw new Error(
        `${this.user.first_name} cannot write to the bot before pressing Start (${this.#standing})`,
      );
    }
  }

  #tellMembership(before: string, after: string): void {
    this.world.tellMembership(this.chat, this.user, before, after);
  }
}
