import { isOfUnit, type Member } from '../../domain/member.ts';
import { relationToTransfer } from '../../domain/permissions.ts';
import { tellMembers } from '../../services/people/tell-members.ts';
import type { Transfer } from '../../services/ports/transfers.ts';
import { decideTransfer, type TransferOutcome } from '../../services/tasks/decide-transfer.ts';
import { passOn } from '../../services/tasks/pass-on.ts';
import type { CommandOf } from '../command.ts';
import type { CommandKind } from '../command-kind.ts';
import { type Answer, dayContext, joined, type MemberTurn, say } from '../turn.ts';
import { onlyNumber } from '../understanding/formal/typed-numbers.ts';
import { shortTitle } from '../words/task-words.ts';
import { transferButtons, transferLines } from '../words/transfer-words.ts';

/** "chuyển 12 cho KTHT": goes to the head of the other side and to the clerks. */
export const passOnCommand: CommandKind<'pass-on'> = {
  slash: [{ words: { vi: ['chuyen'], en: ['passon'] }, means: 'chuyển' }],
  help: ['help.passOn'],
  brief: { line: 'brief.passOn' },
  answer: passOnAll,
};

/** More in one message is a slip. */
const MOST_AT_ONCE = 10;

async function passOnAll(turn: MemberTurn, { numbers, to }: CommandOf<'pass-on'>): Promise<Answer> {
  if (numbers.length === 0) return say(turn.t('passOn.which'));
  const answers: Answer[] = [];
  for (const number of numbers.slice(0, MOST_AT_ONCE)) answers.push(await passOnOne(turn, number, to));
  return joined(answers) ?? { lines: [] };
}

async function passOnOne(turn: MemberTurn, number: number, to: string | null): Promise<Answer> {
  const { store, member, t, updateId, now } = turn;
  const outcome = await passOn(store, { member, number, to, updateId, at: now });
  switch (outcome.kind) {
    case 'no-such-task':
      return say(t('report.noSuchTask', { number }));
    case 'not-yours':
      return say(t('passOn.notYours', { number }));
    case 'own-unit':
      return say(t('passOn.ownUnit', { number }));
    case 'asked-already':
      return say(t('passOn.askedAlready', { number }));
    case 'unknown-unit':
      return say(
        t('passOn.unknownUnit', {
          words: outcome.words,
          number,
          units: outcome.units.map(({ name }) => name).join('; '),
        }),
      );
    case 'asked': {
      const { transfer, task, from } = outcome;
      const people = await store.offices.members(member.organizationId);
      const asked = people.filter((one) => isAsked(one, transfer, people));
      const request = { transfer, task, by: member.name, from: from.name, to: outcome.to?.name ?? null };
      const content = {
        lines: transferLines(request, dayContext(turn)),
        buttons: transferButtons(request, t),
      };
      const key = `transfer:${transfer.id}`;
      const wakes = await tellMembers(store, asked, { key, content, at: now });
      const who =
        outcome.to === null ? t('passOn.clerk') : t('passOn.unitAndClerk', { unit: outcome.to.name });
      return { ...say(t(wakes.length > 0 ? 'passOn.asked' : 'passOn.unheard', { number, who })), wakes };
    }
  }
}

/** The head of the other side, or where it has none its people; and every clerk. */
export function isAsked(member: Member, transfer: Transfer, people: Member[]): boolean {
  const relation = relationToTransfer(member, transfer, people);
  return relation === 'leads' || (member.role === 'clerk' && relation !== 'author');
}

/** "nhận 12", "không nhận 12": the first answer counts, and all whom it concerns hear of it. */
export const decideTransferCommand: CommandKind<'decide-transfer'> = {
  slash: [
    { words: { vi: ['nhan'], en: ['take'] }, read: (tail) => answerIn(tail, true) },
    { words: { vi: ['khongnhan'], en: ['decline'] }, read: (tail) => answerIn(tail, false) },
  ],
  typed: ({ takes, of }) => ('task' in of ? `/${takes ? 'nhan' : 'khongnhan'} ${of.task}` : null),
  answer: decide,
};

function answerIn(tail: string, takes: boolean): CommandOf<'decide-transfer'> | null {
  const number = onlyNumber(tail);
  return number === null ? null : { name: 'decide-transfer', takes, of: { task: number } };
}

async function decide(turn: MemberTurn, { takes, of }: CommandOf<'decide-transfer'>): Promise<Answer> {
  const { store, member, t, updateId, now } = turn;
  const outcome = await decideTransfer(store, { member, of, takes, updateId, at: now });
  switch (outcome.kind) {
    case 'no-such':
      // "Em nhận việc 12 ạ" is also what one answers who has been given it.
      return say(t(takes && 'task' in of ? 'unknown.courtesy' : 'passOn.no-such'));
    case 'own':
    case 'not-allowed':
      return say(t(`passOn.${outcome.kind}`));
    case 'to-whom':
      return say(t('passOn.to-whom', { number: outcome.task.number }));
    case 'decided': {
      const { transfer, task, by } = outcome;
      const what = { number: task.number, by: by?.name ?? '' };
      return say(t(transfer.state === 'accepted' ? 'passOn.acceptedAlready' : 'passOn.refusedAlready', what));
    }
    case 'accepted':
    case 'refused':
      return told(turn, outcome);
  }
}

async function told(
  turn: MemberTurn,
  outcome: Extract<TransferOutcome, { kind: 'accepted' | 'refused' }>,
): Promise<Answer> {
  const { store, member, t, now } = turn;
  const { transfer, task, kind } = outcome;
  const people = await store.offices.members(member.organizationId);
  const units = await store.offices.units(member.organizationId);
  const nameOf = (id: number | null) => units.find((unit) => unit.id === id)?.name ?? '';
  const said = {
    number: task.number,
    title: shortTitle(task.title),
    by: member.name,
    from: nameOf(transfer.fromUnitId),
    to: nameOf(transfer.toUnitId),
  };
  const hearing = people.filter((one) => one.id !== member.id && hears(one, outcome));
  const content = { lines: [{ text: t(`passOn.told.${kind}`, said) }] };
  const key = `transfer:${transfer.id}:${kind}`;
  const wakes = await tellMembers(store, hearing, { key, content, at: now });
  const news = kind === 'accepted' ? outcome.news : [];
  return { ...say(t(`passOn.done.${kind}`, said)), news, wakes };
}

/** Of a refusal whoever asked, and the clerks; of what has moved both units too. */
export function hears(
  member: Member,
  { kind, transfer }: { kind: 'accepted' | 'refused'; transfer: Transfer },
): boolean {
  const { id, role } = member;
  const isOfUnits = isOfUnit(member, transfer.fromUnitId) || isOfUnit(member, transfer.toUnitId);
  return id === transfer.memberId || role === 'clerk' || (kind === 'accepted' && isOfUnits);
}
