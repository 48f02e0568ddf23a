import type { Command, CommandOf } from '../command.ts';
import { answerAs, type CommandKind, type CommandKinds } from '../command-kind.ts';
import { ownEarlierMessage } from '../context/own-earlier.ts';
import { type Answer, type MemberTurn, say } from '../turn.ts';
import { understand } from '../understanding/understand.ts';

/** Of several units or people that a question may be about, one was tapped: it is answered of that one. */
export const askedOfCommand: CommandKind<'asked-of'> = { answer: askedOf };

async function askedOf(
  turn: MemberTurn,
  { whose, saidIn }: CommandOf<'asked-of'>,
  all: CommandKinds,
): Promise<Answer> {
  const { t, today } = turn;
  const earlier = await ownEarlierMessage(turn, saidIn);
  const name = await nameOf(turn, whose);
  const said = earlier && understand(earlier.event.text.replace(/^\s*\//, ''), { today });
  const asked =
    name === null ? null : said?.commands.map((one) => about(one, name)).find((one) => one !== null);
  if (!asked || !earlier) return say(t('unknown.staleButton'));
  return answerAs({ ...turn, update: earlier }, asked, all);
}

/** As nobody else is called. */
async function nameOf({ store, member }: MemberTurn, { kind, id }: CommandOf<'asked-of'>['whose']) {
  const units = await store.offices.units(member.organizationId);
  const unitCalled = (unitId: number | null) => units.find((one) => one.id === unitId)?.name ?? null;
  if (kind === 'unit') return unitCalled(id);
  const members = await store.offices.members(member.organizationId);
  const person = members.find((one) => one.id === id);
  if (person === undefined) return null;
  const unit = unitCalled(person.unitId);
  return unit === null ? person.name : `${person.name} (${unit})`;
}

function about(command: Command, name: string): Command | null {
  switch (command.name) {
    case 'tasks':
    case 'overdue':
      return { ...command, about: name };
    case 'progress':
    case 'export':
    case 'press':
      return { ...command, unit: name };
    default:
      return null;
  }
}
