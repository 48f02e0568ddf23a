import { type Assignee, assigneesIn } from '../../domain/assignees.ts';
import { isOfUnit, type Member, unitsOf } from '../../domain/member.ts';
import { may, relationToMember } from '../../domain/permissions.ts';
import { type Subject, WHOLE_OFFICE } from '../../domain/subject.ts';
import { headingsOf, type Task } from '../../domain/task.ts';
import { fold } from '../../domain/text-fold.ts';
import { planName } from '../../services/figures/paper.ts';
import type { OfficeBoard } from '../../services/office/office-board.ts';
import { planNamed } from '../../services/plans/plan-named.ts';
import type { Button } from '../../services/ports/messenger.ts';
import type { PlanRecord } from '../../services/ports/plans.ts';
import { buttonData } from '../button-data.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { typed, wordsIn } from '../understanding/formal/typed-words.ts';
import { planIn, sectionIn } from '../understanding/formal/work-part.ts';

export interface SubjectAsked {
  subject: Subject;
  /** Asked for more than the member may see. */
  isOwnOnly: boolean;
}

type Found = { subject: Subject } | { answer: Answer };

/** Whose work, or which part of it, a member asks about and may see: "VHXH", "chị Lan", "mục III", "kế hoạch 166". */
export function subjectAsked(
  turn: MemberTurn,
  words: string | null,
  board: OfficeBoard,
  plans: PlanRecord[],
): SubjectAsked | { answer: Answer } {
  const { member, t } = turn;
  const found = words === null ? { subject: WHOLE_OFFICE } : subjectIn(turn, words, board, plans);
  if ('answer' in found) return found;
  const { subject } = found;
  if (subject.person !== null) {
    return may(member, 'see-person', relationToMember(member, subject.person))
      ? { subject, isOwnOnly: false }
      : { answer: say(t('progress.notThisPerson', { name: subject.person.name })) };
  }
  if (may(member, 'see-office')) return { subject, isOwnOnly: false };
  const theirs = board.units.filter(({ id }) => isOfUnit(member, id));
  const own =
    theirs.find(({ id }) => id === subject.unit?.id) ?? theirs.find(({ id }) => id === unitsOf(member)[0]);
  if (own === undefined) return { answer: say(t('progress.ownUnitOnly')) };
  return { subject: { ...subject, unit: own }, isOwnOnly: subject.unit?.id !== own.id };
}

function subjectIn(turn: MemberTurn, words: string, board: OfficeBoard, plans: PlanRecord[]): Found {
  const whole = whoseIn(turn, words, board);
  if (whole !== null) return whole;
  const { named: planWords, rest: besidePlan } = planIn(wordsIn(words));
  const { named: sectionWords, rest } = sectionIn(besidePlan);
  if (planWords === null && sectionWords === null) return byTitle(turn, words, board, plans);
  const plan = planWords === null ? null : planNamed(planWords, plans);
  if (plan === undefined) return noSuchPlan(turn, planWords ?? '', plans);
  const section = sectionWords === null ? null : sectionNamed(turn, sectionWords, board, plan);
  if (section !== null && 'answer' in section) return section;
  const whose = rest.length === 0 ? { subject: WHOLE_OFFICE } : whoseIn(turn, typed(rest), board);
  if (whose === null) return noSuch(turn, typed(rest), board);
  if ('answer' in whose) return whose;
  return {
    subject: {
      ...whose.subject,
      plan: plan && { id: plan.id, name: planName(plan) },
      section: section?.path ?? null,
    },
  };
}

/** A unit or a person; null where the words are neither. */
function whoseIn(turn: MemberTurn, words: string, board: OfficeBoard): Found | null {
  const [one, ...others] = assigneesIn(words, board);
  if (one === undefined || others.length > 0) return null;
  if (one.kind === 'person') return { subject: { ...WHOLE_OFFICE, person: one.person } };
  if (one.kind === 'units') {
    const [unit, ...more] = one.units;
    return { subject: { ...WHOLE_OFFICE, unit: more.length > 0 ? null : (unit ?? null) } };
  }
  return one.kind === 'several' ? which(turn, words, one, board) : null;
}

function which(
  { t, updateId: saidIn }: MemberTurn,
  words: string,
  { units, people }: Extract<Assignee, { kind: 'several' }>,
  board: OfficeBoard,
): Found {
  const buttons: Button[] = [
    ...units.map(({ id, name }) => ({
      label: name,
      data: buttonData({ press: 'of-unit', number: id, saidIn }),
    })),
    ...people.map((person) => ({
      label: personAndUnit(person, board),
      data: buttonData({ press: 'of-member', number: person.id, saidIn }),
    })),
  ];
  const question = t(people.length > 0 ? 'progress.whichPerson' : 'progress.whichUnit', { words });
  return { answer: { ...say(question), buttons: buttons.map((button) => [button]) } };
}

function personAndUnit({ name, unitId, title }: Member, { units }: OfficeBoard): string {
  const unit = units.find(({ id }) => id === unitId)?.name;
  return `${name} (${unit === undefined ? title : `${title}, ${unit}`})`;
}

/** Without "kế hoạch" or "mục": where the words can mean nothing else. */
function byTitle(turn: MemberTurn, words: string, board: OfficeBoard, plans: PlanRecord[]): Found {
  const plan = planNamed(words, plans);
  if (plan) return { subject: { ...WHOLE_OFFICE, plan: { id: plan.id, name: planName(plan) } } };
  const [path, ...others] = sectionsCalled(words, board.tasks);
  return path !== undefined && others.length === 0
    ? { subject: { ...WHOLE_OFFICE, section: path } }
    : noSuch(turn, words, board);
}

function sectionNamed(
  { t }: MemberTurn,
  words: string,
  { tasks }: OfficeBoard,
  plan: PlanRecord | null,
): { path: string } | { answer: Answer } {
  const within = tasks.filter(({ row }) => plan === null || row.planId === plan.id);
  const found = sectionsCalled(words, within);
  const [path, ...others] = found;
  if (path !== undefined && others.length === 0) return { path };
  const headings = (found.length > 0 ? found : pathsOf(within)).map(headingOf);
  const sections = [...new Set(headings)].slice(0, MOST_SECTIONS).join('; ');
  return {
    answer: say(
      t(found.length > 0 ? 'progress.which' : 'progress.noSuchSection', { words, names: sections }),
    ),
  };
}

/** A screen of a phone. */
const MOST_SECTIONS = 12;

/** By number, "III", or by words of the heading: the paths down to it. */
function sectionsCalled(words: string, tasks: readonly Task[]): string[] {
  const said = fold(words);
  const isNumber = /^(?:[ivxl]+|\d{1,2}|[a-z])$/.test(said);
  const isCalled = (heading: string) =>
    isNumber ? new RegExp(`^${said}[.)/:]`).test(heading) : heading.includes(said);
  return said === '' ? [] : pathsOf(tasks).filter((path) => isCalled(fold(headingOf(path))));
}

function pathsOf(tasks: readonly Task[]): string[] {
  const paths = tasks.flatMap((task) => {
    const headings = headingsOf(task);
    return headings.map((_heading, at) => headings.slice(0, at + 1).join(' > '));
  });
  return [...new Set(paths)];
}

function headingOf(path: string): string {
  return path.split(' > ').at(-1) ?? path;
}

function noSuchPlan({ t }: MemberTurn, words: string, plans: PlanRecord[]): Found {
  return { answer: say(t('export.noSuchPlan', { words, plans: plans.map(planName).join('; ') })) };
}

function noSuch({ t }: MemberTurn, words: string, { units }: OfficeBoard): Found {
  return {
    answer: say(t('progress.noSuchUnit', { words, units: units.map(({ name }) => name).join('; ') })),
  };
}
