import type { Organization } from '../../services/ports/offices.ts';
import type { Store } from '../../services/ports/store.ts';
import { type Finding, inOrder, worthKnowing } from './finding.ts';

export async function* checkOffices(store: Store): AsyncGenerator<Finding> {
  const offices = await store.offices.all();
  if (offices.length === 0)
    yield worthKnowing('Office: none yet', 'Bring in its people: nhachan roster FILE');
  for (const office of offices) yield* checkOffice(store, office);
}

async function* checkOffice(store: Store, { id, name }: Organization): AsyncGenerator<Finding> {
  const { units, members } = await store.offices.withStaff(id);
  const joined = await store.offices.joined(id);
  const chats = await store.chats.ofOrganization(id);
  const tasks = await store.plans.board(id);
  const here = members.filter((member) => joined.has(member.id)).length;
  const groups = chats.filter(({ kind, reachable }) => kind === 'group' && reachable).length;
  const unreachable = chats.filter(({ reachable }) => !reachable).length;
  yield inOrder(
    `Office: ${name}: ${units.length} units, ${members.length} people of whom ${here} have joined, ` +
      `${groups} groups, ${tasks.length} tasks`,
  );
  const clerks = members.filter(({ role }) => role === 'clerk');
  if (!clerks.some((clerk) => joined.has(clerk.id))) {
    yield worthKnowing(
      `Office: ${name}: no clerk has joined, and only a clerk imports plans and invites others in chat`,
      `nhachan invite "${clerks[0]?.name ?? 'NAME'}" --role clerk`,
    );
  }
  if (tasks.length === 0) {
    yield worthKnowing(
      `Office: ${name}: no plan yet`,
      'nhachan import FILE, or the clerk sends the file to the bot.',
    );
  }
  if (unreachable > 0) {
    yield worthKnowing(
      `Office: ${name}: ${unreachable} chats cannot be written to (the bot was blocked or removed)`,
      'Who blocked it opens the bot and presses Start; in a group, add it again and send /ketnoi.',
    );
  }
}
