import { z } from 'zod';
import type { Unit } from '../domain/member.ts';
import type { SettingName } from '../domain/office-settings.ts';
import type { ReportState } from '../domain/report.ts';
import type { ChangeMade } from '../services/ports/changes.ts';
import type { PlatformName } from '../services/ports/messenger.ts';
import type { Person } from '../services/ports/offices.ts';
import type { PlanRecord, TaskStanding } from '../services/ports/plans.ts';
import { record } from './stored-json.ts';
import { storedSettings } from './stored-settings.ts';

const id = z.number();
const ids = z.array(id);
const unitNames = z.object({ name: z.string(), taught: z.array(z.string()) });
const ofLink = { linkId: id, name: z.string() };
const ofTask = { number: z.number(), taskId: id };
const standing = record<TaskStanding>();
const assigned = record<{ leads: TaskStanding['leads']; supports: TaskStanding['supports'] }>();
const namedTasks = z.array(z.object({ taskId: id, before: assigned, after: assigned }));
const platform = z.custom<PlatformName>((value) => typeof value === 'string');
const reportState = z.custom<ReportState>((value) => typeof value === 'string');
const dates = z.object({ lastDay: z.string(), originalDay: z.string().nullable() });
const binding = z.object({ organizationId: id.nullable(), unitId: id.nullable() });
const file = { draftId: id, fileName: z.string() };
/** From a draft, or from the shell. */
const importedFile = { ...file, draftId: id.nullable() };

/** Of changes that were written before their kind had the field. */
const sinceThen = <Value extends z.ZodType>(schema: Value, otherwise: z.output<Value>) =>
  schema.optional().transform((value) => value ?? otherwise);

/** Nobody was of a second unit. */
const person = record<Omit<Person, 'further'> & Partial<Pick<Person, 'further'>>>().transform(
  (value): Person => ({ ...value, further: value.further ?? [] }),
);

const STORED = {
  reports: z.object({
    kind: z.enum(['report', 'add-evidence', 'withdraw', 'accept', 'return']),
    ...ofTask,
    occurrenceId: id,
    unitIds: ids,
    isOfFormerLeads: z.exactOptional(z.boolean()),
    reports: z.array(
      z.object({
        id,
        before: reportState.nullable(),
        answer: z.object({ memberId: id, at: z.string(), reason: z.string().nullable() }).nullable(),
        after: reportState,
      }),
    ),
  }),
  task: z.object({
    kind: z.enum([
      'set-deadline',
      'start-task',
      'move-date',
      'assign-task',
      'leave-out-task',
      'take-back-task',
    ]),
    ...ofTask,
    before: standing,
    after: standing,
    steps: ids,
  }),
  askExtension: z.object({
    kind: z.literal('ask-extension'),
    ...ofTask,
    unitId: id.nullable(),
    occurrenceId: id,
    extensionId: id,
    withdrawn: ids,
  }),
  decideExtension: z.object({
    kind: z.literal('decide-extension'),
    ...ofTask,
    occurrenceId: id,
    extensionId: id,
    state: z.enum(['granted', 'refused']),
    before: dates,
    after: dates,
  }),
  withdrawExtension: z.object({ kind: z.literal('withdraw-extension'), ...ofTask, extensionId: id }),
  askTransfer: z.object({ kind: z.literal('ask-transfer'), ...ofTask, transferId: id, withdrawn: ids }),
  decideTransfer: z.object({
    kind: z.literal('decide-transfer'),
    ...ofTask,
    transferId: id,
    state: z.enum(['accepted', 'refused']),
    before: standing,
    after: standing,
  }),
  leave: z.object({
    kind: z.literal('record-leave'),
    absenceId: id,
    ofMember: id,
    name: z.string(),
    cancelled: ids,
  }),
  leaveEnded: z.object({
    kind: z.literal('end-leave'),
    ofMember: id,
    name: z.string(),
    cancelled: ids,
    shortened: ids,
  }),
  names: z.object({
    kind: z.literal('name-unit'),
    words: z.string(),
    units: z.array(z.object({ unitId: id, before: z.array(z.string()), after: z.array(z.string()) })),
    tasks: namedTasks,
  }),
  bind: z.object({
    kind: z.enum(['bind-chat', 'unbind-chat']),
    chatId: id,
    group: z.string(),
    before: binding,
    after: binding,
    replaced: ids,
  }),
  revise: z.object({ kind: z.literal('revise-draft'), ...file, before: record(), after: record() }),
  discard: z.object({ kind: z.literal('discard-draft'), ...file }),
  plan: z.object({
    kind: z.literal('import-plan'),
    ...importedFile,
    plan: z.object({ before: record<PlanRecord>().nullable(), after: record<PlanRecord>() }),
    tasks: z.array(z.object({ ...ofTask, before: standing, after: standing, isTold: z.boolean() })),
    compared: ids,
    reported: ids,
  }),
  member: z.object({
    kind: z.literal('change-member'),
    did: z.enum(['added', 'changed', 'removed']),
    name: z.string(),
    saidIn: z.exactOptional(z.number()),
    people: z.array(z.object({ before: person.nullable(), after: person })),
    units: z.array(z.object({ before: record<Unit>().nullable(), after: record<Unit>() })),
    tasks: namedTasks,
  }),
  renameUnit: z.object({
    kind: z.literal('rename-unit'),
    unitId: id,
    name: z.string(),
    before: unitNames,
    after: unitNames,
    tasks: namedTasks,
  }),
  roster: z.object({
    kind: z.literal('import-roster'),
    ...importedFile,
    people: z.array(z.object({ before: person.nullable(), after: person })),
    units: z.array(z.object({ before: record<Unit>().nullable(), after: record<Unit>() })),
    tasks: namedTasks,
  }),
  channel: z.object({ kind: z.literal('choose-channel'), before: platform.nullable(), after: platform }),
  note: z.object({ kind: z.literal('note-task'), ...ofTask, noteId: id }),
  addTask: z.object({ kind: z.literal('add-task'), ...ofTask }),
  snoozes: z.object({
    kind: z.enum(['snooze', 'resume']),
    number: z.number().nullable(),
    snoozeId: id.nullable(),
    taskIds: sinceThen(z.array(id.nullable()), []),
    ended: sinceThen(ids, []),
  }),
  appointment: z.object({
    kind: z.enum(['appoint', 'call-off']),
    appointmentId: id,
    number: z.number(),
  }),
  parentCode: z.object({ kind: z.literal('make-parent-code'), code: z.string() }),
  askParent: z.object({ kind: z.literal('ask-parent'), ...ofLink }),
  decideParent: z.object({
    kind: z.literal('decide-parent'),
    ...ofLink,
    state: z.enum(['linked', 'refused']),
  }),
  leaveParent: z.object({
    kind: z.literal('leave-parent'),
    ...ofLink,
    before: z.enum(['asked', 'linked']),
    after: z.enum(['withdrawn', 'ended']),
  }),
  feedback: z.object({ kind: z.enum(['remark', 'drop-feedback']), feedbackId: id, item: z.number() }),
  setting: z.object({
    kind: z.literal('change-setting'),
    setting: z.custom<SettingName>((value) => typeof value === 'string'),
    before: storedSettings,
    after: storedSettings,
  }),
};

export const storedChange: z.ZodType<ChangeMade> = z.discriminatedUnion('kind', [
  STORED.reports,
  STORED.task,
  STORED.askExtension,
  STORED.decideExtension,
  STORED.withdrawExtension,
  STORED.askTransfer,
  STORED.decideTransfer,
  STORED.leave,
  STORED.leaveEnded,
  STORED.names,
  STORED.bind,
  STORED.revise,
  STORED.discard,
  STORED.plan,
  STORED.roster,
  STORED.member,
  STORED.renameUnit,
  STORED.channel,
  STORED.note,
  STORED.addTask,
  STORED.snoozes,
  STORED.appointment,
  STORED.feedback,
  STORED.parentCode,
  STORED.askParent,
  STORED.decideParent,
  STORED.leaveParent,
  STORED.setting,
]);
