/**
 * An office to test with. Each builder takes what the test is about and makes up the rest, so that it fits together:
 * an occurrence that only says its last day is open and states that day; a task's deadline says what its dates say.
 *
 *   const lan = aMember({ name: 'Lò Thị Lan', unitId: culture.id });
 *   const report = aTask({ number: 12, leads: [culture], occurrences: [anOccurrence({ lastDay: '2025-11-28' })] });
 */
import { randomUUID } from 'node:crypto';
import { addDays, type Day, writtenDay } from '../../src/domain/day.ts';
import type { Deadline } from '../../src/domain/deadline/deadline.ts';
import type { Member, Unit } from '../../src/domain/member.ts';
import type { AssignedUnit, Occurrence, Task } from '../../src/domain/task.ts';
import type { Organization } from '../../src/services/ports/offices.ts';
import type { ReportRecord } from '../../src/services/ports/reports.ts';

let lastId = 0;

/** Ids differ between everything built in one file; a test that speaks of an id gives it. */
function nextId(): number {
  lastId += 1;
  return lastId;
}

export function anOffice(given: Partial<Organization> = {}): Organization {
  return {
    id: nextId(),
    code: 'PSV',
    name: 'UBND phường Sen Vàng',
    locale: 'vi',
    acceptFirst: false,
    settings: {},
    uuid: randomUUID(),
    ...given,
  };
}

export function aUnit(given: Partial<Unit> = {}): Unit {
  return { id: nextId(), name: 'Phòng Văn hóa - Xã hội', aliases: [], ...given };
}

/** An officer without a unit, unless told otherwise. */
export function aMember(given: Partial<Member> = {}): Member {
  return {
    id: nextId(),
    organizationId: 1,
    name: 'Lò Thị Mây',
    title: 'Chuyên viên',
    phone: null,
    unitId: null,
    role: 'officer',
    unitHead: false,
    further: [],
    ...given,
  };
}

/** An open due date. Without a stated day the last day is the day as written. */
export function anOccurrence(given: Partial<Occurrence> & { lastDay: Day }): Occurrence {
  const { lastDay, statedDay = lastDay, kind = 'due' } = given;
  return {
    id: nextId(),
    key: kind === 'due' ? lastDay : `${kind} ${lastDay.slice(0, 7)}`,
    kind,
    firstDay: null,
    statedDay,
    time: null,
    strictBefore: statedDay > lastDay,
    state: 'open',
    reportedOn: null,
    originalDay: null,
    reportedBy: [],
    waitingFor: [],
    ...given,
  };
}

/** "Trước ngày 30/11": stated, and too late itself. */
export function dueBefore(statedDay: Day, given: Partial<Occurrence> = {}): Occurrence {
  return anOccurrence({ statedDay, lastDay: addDays(statedDay, -1), ...given });
}

/** A report that counts. */
export function aReport(given: Partial<ReportRecord> = {}): ReportRecord {
  return {
    id: nextId(),
    taskId: 1,
    occurrenceId: 1,
    memberId: null,
    memberName: null,
    unitIds: [],
    text: 'xong',
    at: new Date(0),
    updateId: null,
    state: 'counted',
    found: 'open',
    evidence: [],
    answer: null,
    ...given,
  };
}

/** Every lead unit has reported: `reportedOn` says when, on the last day unless told otherwise. */
export function reported(occurrence: Occurrence, reportedOn: Day = occurrence.lastDay): Occurrence {
  return { ...occurrence, state: 'reported', reportedOn };
}

/** A unit of the office, words of the plan that stand for none, or what another task has. */
type Assigned = Unit | string | AssignedUnit;

interface GivenTask extends Partial<Omit<Task, 'leads' | 'supports'>> {
  leads?: Assigned[];
  supports?: Assigned[];
}

/** Without occurrences the task waits for guidance; its number is its id. */
export function aTask({ leads = [], supports = [], ...given }: GivenTask = {}): Task {
  const id = given.id ?? nextId();
  const occurrences = (given.occurrences ?? []).toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1));
  return {
    id,
    number: id,
    section: '',
    title: 'Báo cáo kết quả chuyển đổi số',
    product: null,
    deadline: deadlineOf(occurrences),
    trackedFrom: '2025-01-01',
    partOf: null,
    year: 2025,
    row: { planId: 1, no: '', position: id },
    ...given,
    leads: leads.map(assigned),
    supports: supports.map(assigned),
    occurrences,
  };
}

function assigned(unit: Assigned): AssignedUnit {
  if (typeof unit === 'string') return { unitId: null, words: unit };
  return 'words' in unit ? unit : { unitId: unit.id, words: unit.name };
}

function deadlineOf([first]: Occurrence[]): Deadline {
  if (first?.kind !== 'due') {
    return { kind: 'external', text: 'Theo hướng dẫn của tỉnh', condition: 'hướng dẫn của tỉnh' };
  }
  const { lastDay, statedDay, strictBefore, time } = first;
  const text = `${strictBefore ? 'Trước' : 'Chậm nhất'} ngày ${writtenDay(statedDay)}`;
  return { kind: 'date', text, lastDay, statedDay, strictBefore, time };
}
