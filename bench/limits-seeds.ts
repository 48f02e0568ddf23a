/** What an office owes when the measuring begins. */
import { parseDeadline } from '../src/domain/deadline/parse-deadline.ts';
import { defaultRules } from '../src/services/office/office-rules.ts';
import { applyRoster } from '../src/services/people/import-roster.ts';
import { applyPlan } from '../src/services/plans/apply-plan.ts';
import { draftOf } from '../src/services/plans/plan-draft.ts';
import type { Roster } from '../src/services/ports/documents.ts';
import type { SeedDatabase } from './limits-places.ts';

interface Person {
  id: number;
}

const OTHERS = 3;

/** Two notices for each of them; the last three are another office's, and were written down after all the rest. */
export async function seedStore({ sql }: SeedDatabase, people: Person[]): Promise<void> {
  const first = people[0]?.id ?? 0;
  const own = people.length - OTHERS;
  await sql(`
    INSERT INTO public."Organization" (id, name) VALUES (1, 'UBND phường Một'), (2, 'UBND phường Hai');
    INSERT INTO public."Chat" (platform, "externalId", kind, "organizationId")
      SELECT 'telegram', (${first} + n)::text, 'private', CASE WHEN n < ${own} THEN 1 ELSE 2 END
      FROM generate_series(0, ${people.length - 1}) AS n;
    INSERT INTO public."Notice" (key, kind, "chatId", content, "createdAt")
      SELECT 'word:' || copy || ':' || id, 'word', id,
        jsonb_build_object('lines', jsonb_build_array(jsonb_build_object('text', 'Việc số ' || id))), now()
      FROM public."Chat", generate_series(1, 2) AS copy ORDER BY copy, id;
  `);
}

const UNITS = 12;

/** A ward whose people have all joined; each unit leads three tasks that are due on 24/11/2026. */
export async function seedMorning({ opened: { storage } }: SeedDatabase, people: Person[]): Promise<void> {
  const units = Array.from({ length: UNITS }, (_, index) => `Phòng số ${index + 1}`);
  const roster: Roster = {
    office: { name: 'UBND phường Ba' },
    units: units.map((name) => ({ name, aliases: [] })),
    people: people.map((_, index) => ({
      name: `Nguyễn Văn ${index + 1}`,
      unit: units[index % UNITS] ?? null,
      title: 'Chuyên viên',
      role: 'officer',
      unitHead: index < UNITS,
    })),
    problems: [],
  };
  const at = new Date('2026-11-20T08:00:00+07:00');
  const author = { memberId: null, updateId: null, at };
  await storage.transaction(async (store) => {
    const { office } = await applyRoster(store, roster, 'vi', author);
    const tasks = units.flatMap((unit, index) =>
      Array.from({ length: 3 }, (_, nth) => ({
        no: `${3 * index + nth + 1}`,
        section: '',
        title: `Báo cáo kết quả công tác đợt ${nth + 1} của ${unit}`,
        deadline: parseDeadline('24/11/2026', { year: 2026 }),
        lead: [unit],
        support: [],
        product: null,
        source: { row: 3 * index + nth + 1 },
      })),
    );
    const facts = { number: '7/KH-UBND', issuedOn: null, issuer: null, title: 'Kế hoạch', year: 2026 };
    await applyPlan(store, office, draftOf({ facts, tasks, unread: [] }), defaultRules, author);
    const members = await store.offices.members(office.id);
    for (const [index, member] of members.entries()) {
      const account = String(people[index]?.id);
      const chat = await store.chats.at({ platform: 'telegram', chat: { id: account, kind: 'private' } });
      await store.offices.linkAccount(member.id, 'telegram', account, at);
      await store.chats.bindToMember(chat.id, member);
      await store.offices.preferChannel(member.id, 'telegram');
    }
  });
}
