/** What the bot wrote to somebody. */
import type { SentFile } from './files.ts';
import type { EntityJson, MessageJson } from './json.ts';

export class ReceivedMessage {
  /** The Bot API's own object. */
  readonly json: MessageJson;
  readonly text: string;
  readonly file: SentFile | undefined;
  readonly at = performance.now();

  constructor(json: MessageJson, file?: SentFile) {
    this.json = json;
    this.text = json.text ?? '';
    this.file = file;
  }

  get id(): number {
    return this.json.message_id;
  }

  /** The labels of the buttons, row by row. */
  get buttons(): string[][] {
    return (this.json.reply_markup?.inline_keyboard ?? []).map((row) => row.map((button) => button.text));
  }

  get threadId(): number | undefined {
    return this.json.message_thread_id;
  }

  get quotedId(): number | undefined {
    return this.json.reply_to_message?.message_id;
  }

  /** The passages in bold or italics, as the person sees them. */
  passages(type: EntityJson['type']): string[] {
    const entities = this.json.entities ?? [];
    return entities
      .filter((entity) => entity.type === type)
      .map(({ offset, length }) => this.text.slice(offset, offset + length));
  }
}
