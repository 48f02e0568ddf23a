/** What stands in each Json column: one reader a column. Errors name the row and the fields, never what is in them. */
import { z } from 'zod';
import type { Deadline } from '../domain/deadline/deadline.ts';
import type { InboundUpdate } from '../services/ports/messenger.ts';
import type { Choice, NoticeContent } from '../services/ports/outbox.ts';
import { decoded, recordWith } from './stored-json.ts';

const deadline = recordWith<Deadline>({
  kind: z.enum([
    'date',
    'period',
    'recurring',
    'continuous',
    'external',
    'relative',
    'multiple',
    'none',
  ] satisfies Deadline['kind'][]),
  text: z.string(),
});

export function storedDeadline({ id, deadline: stored }: { id: number; deadline: unknown }): Deadline {
  return decoded(deadline, stored, `Task ${id}, deadline,`);
}

const update = recordWith<InboundUpdate>({
  platform: z.string(),
  id: z.string(),
  chat: z.looseObject({ id: z.string(), kind: z.enum(['private', 'group']) }),
  from: z.looseObject({ id: z.string(), name: z.string() }).optional(),
  event: z.discriminatedUnion('type', [
    z.looseObject({
      type: z.literal('message'),
      messageId: z.string(),
      text: z.string(),
      addressed: z.boolean(),
      attachments: z.array(z.looseObject({ fileId: z.string() })),
    }),
    z.looseObject({ type: z.literal('button'), data: z.string(), messageId: z.string() }),
    z.looseObject({ type: z.literal('reaction'), messageId: z.string() }),
    z.looseObject({ type: z.literal('chat-moved'), to: z.string() }),
    z.looseObject({ type: z.literal('reachable'), reachable: z.boolean() }),
  ]),
});

export function storedUpdate({ id, payload }: { id: number; payload: unknown }): InboundUpdate {
  return decoded(update, payload, `Update ${id}, payload,`);
}

const content = recordWith<NoticeContent>({
  lines: z.array(z.looseObject({ text: z.string() })),
  buttons: z.array(z.array(z.looseObject({ label: z.string(), data: z.string() }))).optional(),
});

/** Null: what it says is found when it is sent. */
export function storedContent(row: { id: number; content: unknown }): NoticeContent | null {
  return row.content === null ? null : decoded(content, row.content, `Notice ${row.id}, content,`);
}

const choices: z.ZodType<Choice[]> = z.array(z.object({ code: z.number(), data: z.string() }));

export function storedChoices(row: { id: number; choices: unknown }): Choice[] {
  return decoded(choices, row.choices ?? [], `Notice ${row.id}, choices,`);
}

const units: z.ZodType<number[]> = z.array(z.number());

/** The units that led the task when it was done; null: those that lead it. */
export function storedLeads(row: { id: number; formerLeads: unknown }): number[] | null {
  return row.formerLeads === null
    ? null
    : decoded(units, row.formerLeads, `Occurrence ${row.id}, formerLeads,`);
}
