import type { TaskNote, TaskNotes } from '../services/ports/task-notes.ts';
import type { Db } from './client.ts';
import type { TaskNote as TaskNoteRow } from './generated/client.ts';

const NAMED = { include: { member: { select: { name: true } } }, orderBy: { id: 'asc' } } as const;

export function taskNotes(db: Db): TaskNotes {
  return {
    async add(note) {
      return (await db.taskNote.create({ data: note, select: { id: true } })).id;
    },
    async byId(id) {
      const row = await db.taskNote.findUnique({ where: { id }, include: NAMED.include });
      return row && toNote(row);
    },
    async ofTask(taskId) {
      return (await db.taskNote.findMany({ ...NAMED, where: { taskId, withdrawn: false } })).map(toNote);
    },
    async ofOrganization(organizationId) {
      const where = { withdrawn: false, task: { organizationId, active: true } };
      return (await db.taskNote.findMany({ ...NAMED, where })).map(toNote);
    },
    async setWithdrawn(id, withdrawn) {
      await db.taskNote.update({ where: { id }, data: { withdrawn } });
    },
  };
}

function toNote({ member, ...row }: TaskNoteRow & { member: { name: string } }): TaskNote {
  return { ...row, memberName: member.name };
}
