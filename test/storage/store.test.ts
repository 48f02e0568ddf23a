/** What services ask of the database holds on each kind of it. */

import { describe, expect, test } from 'vitest';
import { ManualClock } from '../../src/clock.ts';
import type { FurtherUnit } from '../../src/domain/member.ts';
import type { Chat } from '../../src/services/ports/chats.ts';
import type { InboundUpdate } from '../../src/services/ports/messenger.ts';
import type { Organization } from '../../src/services/ports/offices.ts';
import {
  CLAIM_LEASE_MS,
  ClaimLost,
  type HeldNotice,
  LONGEST_WAIT_MS,
} from '../../src/services/ports/outbox.ts';
import type { PlanFacts, PlannedTask, PlanRecord } from '../../src/services/ports/plans.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { DATABASES, onEachDatabase, onServer, serverDatabase } from '../support/databases.ts';

const AT = new Date('2025-11-24T00:45:00.123Z');
const LATER = new Date('2025-11-24T00:45:00.124Z');
const NONE: HeldNotice = { id: 0, attempts: 0 };

const person = {
  name: 'Lê Thị Hoa',
  title: 'Chuyên viên',
  role: 'officer',
  unitHead: false,
  further: [] as FurtherUnit[],
  phone: null,
  unitId: null,
} as const;

const facts: PlanFacts = {
  key: '2025 12/kh-ubnd',
  number: '12/KH-UBND',
  issuedOn: '2025-11-03',
  issuer: null,
  title: 'Kế hoạch chuyển đổi số',
  year: 2025,
};

function row(key: string, more: Partial<PlannedTask> = {}): PlannedTask {
  return {
    key,
    fingerprint: `${key} 1`,
    rowNo: '1',
    section: '',
    title: `Việc ${key}`,
    product: null,
    deadline: { kind: 'continuous', text: 'Thường xuyên' },
    source: { row: 1 },
    leads: [],
    supports: [],
    assignedWords: '',
    partOf: null,
    reported: null,
    ...more,
  };
}

function at(number: number, position: number) {
  return { number, position, partOfId: null };
}

const NOTHING_KEPT = { deadline: false, assignment: false };

function due(key: string) {
  const day = `2025-11-${key}`;
  return {
    key,
    kind: 'due',
    firstDay: null,
    statedDay: day,
    lastDay: day,
    time: null,
    strictBefore: false,
    state: 'open',
  } as const;
}

onEachDatabase((database) => {
  const store = () => database.opened.storage;

  async function office(): Promise<Organization> {
    return store().offices.create({ code: 'PHB', name: 'UBND phường Hoa Ban', locale: 'vi' });
  }
  async function chat(id = 'lan', threadId?: string): Promise<Chat> {
    const address = threadId === undefined ? { id } : { id, threadId };
    return store().chats.at({ platform: 'console', chat: { ...address, kind: 'group' } });
  }
  async function plan(): Promise<PlanRecord> {
    return store().plans.add((await office()).id, facts, AT, '2025-11-10');
  }

  describe('a transaction', () => {
    test('that fails leaves nothing', async () => {
      const work = store().transaction(async (inside) => {
        const { id } = await inside.offices.create({
          code: 'PHB',
          name: 'UBND phường Hoa Ban',
          locale: 'vi',
        });
        expect(await inside.offices.byId(id)).toMatchObject({ name: 'UBND phường Hoa Ban' });
        throw new Error('Undo');
      });
      await expect(work).rejects.toThrow('Undo');
      expect(await store().offices.all()).toEqual([]);
    });

    test('with an office’s lock holds back every other that asks for it', async () => {
      const { id } = await office();
      const events: string[] = [];
      const locked = (name: string) =>
        store().transaction(async (inside) => {
          await inside.offices.lock(id);
          events.push(`${name} begins`);
          await inside.offices.members(id);
          events.push(`${name} ends`);
        });
      await Promise.all(['a', 'b', 'c', 'd'].map(locked));
      for (let index = 0; index < events.length; index += 2) {
        expect(events[index + 1]).toBe(events[index]?.replace('begins', 'ends'));
      }
    });
  });

  describe('people', () => {
    test('speak with one account on each platform, the latest they have linked', async () => {
      const { offices } = store();
      const { id: organizationId } = await office();
      const hoa = await offices.addMember({ ...person, organizationId });
      const mai = await offices.addMember({ ...person, organizationId, name: 'Vi Thị Mai' });
      await offices.linkAccount(hoa.id, 'telegram', '1', AT);
      await offices.linkAccount(hoa.id, 'zalo', '1', AT);
      await offices.linkAccount(hoa.id, 'telegram', '2', AT);
      expect(await offices.memberByAccount('telegram', '1')).toBeNull();
      expect(await offices.memberByAccount('telegram', '2')).toEqual(hoa);
      expect(await offices.memberByAccount('zalo', '1')).toEqual(hoa);
      await offices.linkAccount(mai.id, 'telegram', '2', AT);
      expect(await offices.memberByAccount('telegram', '2')).toEqual(mai);
    });

    test('who are no longer on the roster speak for nobody, and their invitations are void', async () => {
      const { offices } = store();
      const { id: organizationId } = await office();
      const hoa = await offices.addMember({ ...person, organizationId });
      await offices.linkAccount(hoa.id, 'telegram', '1', AT);
      await offices.invite({ code: 'ABC', memberId: hoa.id, createdAt: AT, expiresAt: LATER });
      expect(await offices.invitation('ABC')).toMatchObject({ member: hoa, expiresAt: LATER });
      await offices.retireMember(hoa.id);
      expect(await offices.memberByAccount('telegram', '1')).toBeNull();
      expect(await offices.invitation('ABC')).toBeNull();
      expect(await offices.members(organizationId)).toEqual([]);
    });
  });

  describe('chats', () => {
    test('are the same for the same address, even when all see it first at once', async () => {
      const seen = await Promise.all(Array.from({ length: 8 }, () => chat('group', '7')));
      expect(new Set(seen.map(({ id }) => id)).size).toBe(1);
      expect(seen[0]?.address).toEqual({ id: 'group', threadId: '7' });
      expect((await chat('group')).id).not.toBe(seen[0]?.id);
      expect((await chat('group')).address).toEqual({ id: 'group' });
    });

    test('keep their title until another is given', async () => {
      const { chats } = store();
      const titled = { platform: 'zalo', chat: { id: '1', kind: 'group', title: 'Nhóm Kinh tế' } } as const;
      await chats.at(titled);
      expect((await chats.at({ ...titled, chat: { id: '1', kind: 'group' } })).title).toBe('Nhóm Kinh tế');
    });

    test('are reachable again once their member joins again', async () => {
      const { chats, offices } = store();
      const member = await offices.addMember({ ...person, organizationId: (await office()).id });
      const { id } = await chat();
      await chats.setReachable(id, { why: 'blocked', at: AT });
      expect((await chats.byId(id)).reachable).toBe(false);
      await chats.bindToMember(id, member);
      expect(await chats.byId(id)).toMatchObject({ reachable: true, memberId: member.id });
    });

    test('remember why they cannot be reached', async () => {
      const { chats } = store();
      const { id } = await chat();
      for (const why of ['blocked', 'never-started', 'stranger', 'chat-gone'] as const) {
        await chats.setReachable(id, { why, at: AT });
        expect(await chats.byId(id)).toMatchObject({ reachable: false, unreachable: why });
      }
      await chats.setReachable(id, null);
      expect(await chats.byId(id)).toMatchObject({ reachable: true, unreachable: null });
    });

    test('are preferred on the platform that their member chose, whatever a roster says later', async () => {
      const { chats, offices } = store();
      const member = await offices.addMember({ ...person, organizationId: (await office()).id });
      const { id } = await chat();
      await chats.bindToMember(id, member);
      const isPreferred = async () => (await chats.byId(id)).preferred;
      expect(await isPreferred()).toBe(false);
      await offices.preferChannel(member.id, 'zalo');
      expect(await isPreferred()).toBe(false);
      await offices.preferChannel(member.id, (await chats.byId(id)).platform);
      await offices.updateMember({ ...member, title: 'Phó Trưởng phòng', active: true });
      await offices.retireMember(member.id);
      await offices.updateMember({ ...member, active: true });
      expect(await isPreferred()).toBe(true);
    });
  });

  describe('plans', () => {
    test('whose imports were undone leave their names to others', async () => {
      const first = await plan();
      const { plans } = store();
      await plans.update({ ...first, key: null, importedAt: LATER.toISOString() });
      const second = await plans.add(first.organizationId, facts, LATER, '2025-11-25');
      await plans.update({ ...second, key: null });
      expect(await plans.ofOrganization(first.organizationId)).toEqual([
        { ...first, key: null, importedAt: LATER.toISOString() },
        { ...second, key: null },
      ]);
    });

    test('keep a clerk’s assignment, and what the plan’s words were, until the words change', async () => {
      const { plans, offices } = store();
      const record = await plan();
      const unit = await offices.saveUnit(record.organizationId, { name: 'Văn phòng', aliases: ['VP'] });
      const id = await plans.addTask(record, row('a', { assignedWords: 'Tổ 135' }), at(1, 0));
      const leads = [{ unitId: unit.id, words: 'Văn phòng' }];
      await plans.assign(id, leads, []);
      await plans.assign(id, leads, [{ unitId: null, words: 'Các ấp' }]);
      expect(await plans.tasksOf(record.id)).toMatchObject([{ givenInsteadOf: 'Tổ 135' }]);
      await plans.updateTask(id, row('a', { assignedWords: 'Tổ 135' }), 0, {
        deadline: false,
        assignment: true,
      });
      expect(await plans.board(record.organizationId)).toMatchObject([{ leads }]);
      await plans.updateTask(id, row('a', { assignedWords: 'Tổ 9' }), 0, NOTHING_KEPT);
      expect(await plans.board(record.organizationId)).toMatchObject([{ leads: [], supports: [] }]);
      expect(await plans.tasksOf(record.id)).toMatchObject([{ givenInsteadOf: null }]);
    });

    test('leave out a task until it is taken back, and know the steps of one', async () => {
      const { plans } = store();
      const record = await plan();
      const whole = await plans.addTask(record, row('a'), at(1, 0));
      const step = await plans.addTask(record, row('b'), { number: 2, position: 1, partOfId: whole });
      await plans.leaveOut(whole);
      expect(await plans.board(record.organizationId)).toEqual([]);
      await plans.takeBack(whole);
      expect(await plans.board(record.organizationId)).toHaveLength(2);
      await plans.leaveOut(step);
      expect((await plans.board(record.organizationId)).map(({ number }) => number)).toEqual([1]);
      expect(await plans.leftOut(record.organizationId)).toEqual([{ id: step, number: 2, title: 'Việc b' }]);
      await plans.takeBack(step);
      expect(await plans.board(record.organizationId)).toMatchObject([
        { partOf: null },
        { number: 2, partOf: 1 },
      ]);
      expect(await plans.leftOut(record.organizationId)).toEqual([]);
    });

    test('show on the board what is active, by number, with who leads and which dates are reported by whom', async () => {
      const { plans, offices, reports } = store();
      const record = await plan();
      const unit = await offices.saveUnit(record.organizationId, { name: 'Văn phòng', aliases: ['VP'] });
      const hoa = await offices.addMember({ ...person, organizationId: record.organizationId });
      const leads = [
        { unitId: unit.id, words: 'VP' },
        { unitId: null, words: 'Tổ 135' },
      ];
      const second = await plans.addTask(record, row('b', { leads }), at(2, 1));
      const first = await plans.addTask(record, row('a'), at(1, 0));
      const dropped = await plans.addTask(record, row('c'), at(3, 2));
      await plans.dropTask(dropped);
      expect(await plans.addOccurrences(second, [due('28'), due('24')])).toBe(2);
      const [, before] = await plans.board(record.organizationId);
      const [earliest] = before?.occurrences ?? [];
      const report = {
        occurrenceId: earliest?.id ?? 0,
        memberId: hoa.id,
        text: 'xong 2',
        at: AT,
        updateId: 7,
        state: 'counted',
        found: 'open',
      } as const;
      await reports.add({
        ...report,
        unitIds: [unit.id],
        evidence: [{ kind: 'file', value: 'f', name: 'a.pdf' }],
      });

      const board = await plans.board(record.organizationId);
      expect(board.map(({ id }) => id)).toEqual([first, second]);
      expect(board[1]).toMatchObject({ number: 2, trackedFrom: '2025-11-10', leads });
      expect(board[1]?.occurrences.map(({ key, reportedBy }) => ({ key, reportedBy }))).toEqual([
        { key: '24', reportedBy: [unit.id] },
        { key: '28', reportedBy: [] },
      ]);
      expect(await reports.ofTask(second)).toEqual([
        {
          id: expect.any(Number),
          memberId: hoa.id,
          unitIds: [unit.id],
          updateId: 7,
          state: 'counted',
          found: 'open',
          answer: null,
          taskId: second,
          occurrenceId: earliest?.id,
          memberName: hoa.name,
          text: 'xong 2',
          at: AT,
          evidence: [{ kind: 'file', value: 'f', name: 'a.pdf' }],
        },
      ]);
      expect(await plans.taskOnBoard(record.organizationId, { number: 2 })).toEqual(board[1]);
      expect(await plans.taskOnBoard(record.organizationId, { id: first })).toEqual(board[0]);
      expect(await plans.taskOnBoard(record.organizationId, { number: 99 })).toBeNull();
      expect((await reports.toReview(record.organizationId, AT)).map(({ text }) => text)).toEqual(['xong 2']);
      expect(await reports.toReview(record.organizationId, null)).toEqual([]);
      expect(await reports.toReview(record.organizationId, LATER)).toEqual([]);
    });

    test('lay out a date once; one that is outdated stays as long as a report on it stands, and may come back', async () => {
      const { plans, offices, reports } = store();
      const record = await plan();
      const hoa = await offices.addMember({ ...person, organizationId: record.organizationId });
      const task = await plans.addTask(record, row('a'), at(1, 0));
      expect(await plans.addOccurrences(task, [due('24'), due('25'), due('26')])).toBe(3);
      expect(await plans.addOccurrences(task, [due('26'), due('27')])).toBe(1);
      const occurrences = (await plans.board(record.organizationId))[0]?.occurrences ?? [];
      const [ofThe24th, ofThe25th] = occurrences.map(({ id }) => id);
      const said = { text: 'xong', at: AT, updateId: null, evidence: [], unitIds: [] };
      const report = { ...said, memberId: hoa.id, state: 'counted' as const, found: 'open' as const };
      await reports.add({ ...report, occurrenceId: ofThe24th ?? 0 });
      const ofTheLatter = await reports.add({ ...report, occurrenceId: ofThe25th ?? 0 });
      await reports.settle(ofThe25th ?? 0, { state: 'reported', reportedOn: '2025-11-20' });
      const present = async () => {
        const [{ occurrences: dates } = { occurrences: [] }] = await plans.board(record.organizationId);
        return dates.map(({ key, state }) => `${key} ${state}`);
      };
      await plans.dropOccurrencesExcept(task, ['27']);
      expect(await present()).toEqual(['24 open', '25 reported', '27 open']);
      await reports.setState(ofTheLatter, 'withdrawn', null);
      expect(await present()).toEqual(['24 open', '27 open']);
      expect(await plans.addOccurrences(task, [{ ...due('25'), state: 'past' }, due('26')])).toBe(2);
      expect(await present()).toEqual(['24 open', '25 past', '26 open', '27 open']);
    });

    test('number a row that comes back as before', async () => {
      const { plans } = store();
      const record = await plan();
      const id = await plans.addTask(record, row('a'), at(1, 0));
      await plans.dropTask(id);
      await plans.updateTask(id, row('a', { fingerprint: 'a 2', title: 'Tên mới' }), 0, NOTHING_KEPT);
      expect(await plans.tasksOf(record.id)).toMatchObject([
        { id, key: 'a', fingerprint: 'a 2', number: 1, active: true, leftOut: false, setDeadline: null },
      ]);
      expect(await plans.highestNumber(record.organizationId)).toBe(1);
      expect(await plans.highestNumber(record.organizationId + 1)).toBe(0);
      await expect(plans.addTask(record, row('b'), at(1, 1))).rejects.toThrow();
    });

    test('keep a file that waits for a yes until it is decided on', async () => {
      const { plans, offices } = store();
      const { id: organizationId } = await office();
      const { id: memberId } = await offices.addMember({ ...person, organizationId });
      const draft = {
        organizationId,
        memberId,
        kind: 'plan',
        fileName: 'kh.docx',
        content: { rows: [1] },
      } as const;
      const [older, newer] = [await plans.saveDraft(draft, AT), await plans.saveDraft(draft, LATER)];
      expect(await plans.openDraft(memberId, { id: null, since: AT })).toMatchObject({
        id: newer.id,
        content: { rows: [1] },
      });
      expect(await plans.openDraft(memberId, { id: older.id, since: AT })).toMatchObject({ id: older.id });
      await plans.closeDraft(newer.id, LATER);
      expect(await plans.openDraft(memberId, { id: newer.id, since: AT })).toBeNull();
      expect(await plans.openDraft(memberId, { id: null, since: AT })).toMatchObject({ id: older.id });
      expect(await plans.openDraft(memberId + 1, { id: older.id, since: AT })).toBeNull();
      await plans.reviseDraft(older.id, { rows: [2] });
      expect(await plans.openDraft(memberId, { id: older.id, since: AT })).toMatchObject({
        content: { rows: [2] },
      });
      expect(await plans.openDraft(memberId, { id: older.id, since: LATER })).toBeNull();
    });
  });

  test('a reminder exists once, in the notice that was first', async () => {
    const { plans, outbox, reminders } = store();
    const record = await plan();
    const task = await plans.addTask(record, row('a'), at(1, 0));
    await plans.addOccurrences(task, [due('24')]);
    const occurrenceId = (await plans.board(record.organizationId))[0]?.occurrences[0]?.id ?? 0;
    const { id: chatId } = await chat();
    const notice = { kind: 'reminders', chatId, day: '2025-11-24', content: null, at: AT } as const;
    const first = await outbox.add({ ...notice, key: 'a' });
    const second = await outbox.add({ ...notice, key: 'b' });
    const keys = [
      { occurrenceId, recipient: { kind: 'member', id: 1 }, stage: 'due' },
      { occurrenceId, recipient: { kind: 'unit', id: 1 }, stage: 'due' },
    ] as const;
    expect(await reminders.add(first.id, '2025-11-24', [keys[0]])).toBe(1);
    expect(await reminders.add(second.id, '2025-11-24', [...keys])).toBe(1);
    expect(await reminders.ofNotice(first.id)).toEqual([keys[0]]);
    expect(await reminders.ofNotice(second.id)).toEqual([keys[1]]);
    await reminders.moveToNotice(first.id, second.id);
    expect(await reminders.ofNotice(second.id)).toEqual([...keys]);
  });

  test('reminders of a day that is moved are kept when they were sent, and gone when not', async () => {
    const { outbox, plans, reminders } = store();
    const taskId = await plans.addTask(await plan(), row('a'), at(1, 1));
    await plans.addOccurrences(taskId, [due('28')]);
    const occurrenceId = (await plans.occurrencesOf(taskId))[0]?.id ?? 0;
    const told = (key: string, stage: string) => ({
      key,
      stage,
      recipient: { kind: 'unit', id: 1 } as const,
    });
    const ids: number[] = [];
    for (const { key, ...reminder } of [told('sent', 'T-3'), told('waiting', 'T-1')]) {
      const { id: chatId } = await chat();
      const notice = { kind: 'reminders', chatId, day: '2025-11-24', content: null, at: AT } as const;
      const { id } = await outbox.add({ ...notice, key });
      await reminders.add(id, '2025-11-24', [{ occurrenceId, ...reminder }]);
      ids.push(id);
    }
    const [sent = 0, waiting = 0] = ids;
    await outbox.end({ id: sent, attempts: 0 }, 'sent', AT);
    await reminders.retire(occurrenceId, '2025-11-28');
    await reminders.retire(occurrenceId, '2025-12-05');
    expect(await reminders.ofNotice(sent)).toMatchObject([
      { occurrenceId, stage: expect.stringMatching(/^T-3 of 2025-11-28/) },
    ]);
    expect(await reminders.ofNotice(waiting)).toEqual([]);
    // The same stage may come again, counted to the new day.
    expect(
      await reminders.add(sent, '2025-12-02', [
        { occurrenceId, recipient: { kind: 'unit', id: 1 }, stage: 'T-3' },
      ]),
    ).toBe(1);
  });

  test('a request for more time waits until it is decided on, in its own office', async () => {
    const { extensions, offices, plans } = store();
    const record = await plan();
    const taskId = await plans.addTask(record, row('a'), at(1, 1));
    await plans.addOccurrences(taskId, [due('28')]);
    const occurrenceId = (await plans.occurrencesOf(taskId))[0]?.id ?? 0;
    const { id: memberId } = await offices.addMember({ ...person, organizationId: record.organizationId });
    const asked = { occurrenceId, memberId, askedDay: '2025-12-05', reason: 'chờ số liệu' };
    const { id } = await extensions.ask(asked, AT);
    expect(await extensions.openOfTask(taskId, '2025-12-05')).toMatchObject({
      ...asked,
      id,
      state: 'asked',
      decidedById: null,
    });
    expect(await extensions.openOfOffice(record.organizationId, '2025-12-05')).toHaveLength(1);
    expect(await extensions.openOfOffice(record.organizationId + 1, '2025-12-05')).toEqual([]);
    expect(await extensions.openOfTask(taskId, '2025-12-06')).toBeNull();
    expect(await extensions.openOfOffice(record.organizationId, '2025-12-06')).toEqual([]);
    await extensions.decide(id, 'refused', memberId, LATER);
    expect(await extensions.openOfTask(taskId, '2025-12-05')).toBeNull();
    expect(await extensions.byId(id)).toMatchObject({ state: 'refused', decidedById: memberId });
  });

  describe('the outbox', () => {
    test('adds a notice once, however many ask at once', async () => {
      const { id: chatId } = await chat();
      const content = { lines: [{ text: 'chào' }] };
      const notice = { key: 'a', kind: 'reply', chatId, day: null, content, at: AT } as const;
      const added = await Promise.all(Array.from({ length: 6 }, () => store().outbox.add(notice)));
      expect(added.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect(new Set(added.map(({ id }) => id)).size).toBe(1);
    });

    test('gives the oldest notice to one sender, not a millisecond before its time', async () => {
      const clock = new ManualClock(AT);
      const { outbox } = database.opened.storageBy(() => clock.now());
      const { id: chatId } = await chat();
      const content = { lines: [{ text: 'chào' }] };
      const notice = { kind: 'reply', chatId, day: null, content, at: AT } as const;
      const { id } = await outbox.add({ ...notice, key: 'a' });
      await outbox.add({ ...notice, key: 'b' });
      await outbox.postpone({ id, attempts: 0 }, 1, 'temporary');
      expect(await outbox.claim(chatId)).toEqual({ notice: null, waitMs: 1 });
      expect(await outbox.chatsOwed()).toEqual([chatId]);
      clock.set(LATER);
      const claims = await Promise.all([1, 2, 3].map(() => outbox.claim(chatId)));
      expect(claims.flatMap(({ notice: taken }) => taken?.id ?? [])).toEqual([id]);
      clock.set(new Date(LATER.getTime() + CLAIM_LEASE_MS - 1));
      expect(await outbox.claim(chatId)).toEqual({ notice: null, waitMs: null });
      clock.set(new Date(LATER.getTime() + CLAIM_LEASE_MS));
      expect(await outbox.claim(chatId)).toMatchObject({ notice: { id, attempts: 2 } });
    });

    test('judges waits and claims by the database’s own clock', async () => {
      const { outbox } = store();
      const { id: chatId } = await chat();
      const { id } = await outbox.add({ key: 'a', kind: 'word', chatId, day: null, content: null, at: AT });
      await outbox.postpone({ id, attempts: 0 }, 2 * LONGEST_WAIT_MS, 'temporary');
      const { waitMs } = (await outbox.claim(chatId)) as { waitMs: number };
      expect(waitMs).toBeLessThanOrEqual(LONGEST_WAIT_MS);
      expect(waitMs).toBeGreaterThan(LONGEST_WAIT_MS / 2);
      await database.sql(`UPDATE "Notice" SET "notBefore" = now()`);
      expect(await outbox.claim(chatId)).toMatchObject({ notice: { id, attempts: 1 } });
      expect(await outbox.chatsOwed()).toEqual([]);
      await database.sql(
        `UPDATE "Notice" SET "claimedAt" = now() - ${CLAIM_LEASE_MS} * interval '1 millisecond'`,
      );
      expect(await outbox.chatsOwed()).toEqual([chatId]);
      expect(await outbox.claim(chatId)).toMatchObject({ notice: { id, attempts: 2 } });
    });

    test.each([`state = 'pending', "notBefore"`, `state = 'sending', "claimedAt"`])(
      'is not held up by what a clock wrote that was days ahead: %s',
      async (column) => {
        const { outbox } = store();
        const { id: chatId } = await chat();
        const { id } = await outbox.add({ key: 'a', kind: 'word', chatId, day: null, content: null, at: AT });
        await database.sql(`UPDATE "Notice" SET ${column} = now() + interval '2 days'`);
        expect(await outbox.chatsOwed()).toEqual([chatId]);
        expect(await outbox.claim(chatId)).toMatchObject({ notice: { id } });
        expect(await outbox.claim(chatId)).toEqual({ notice: null, waitMs: null });
      },
    );

    test('tells what waits at a chat: whose it is, and whether it answers somebody', async () => {
      const { outbox } = store();
      const { id: chatId } = await chat();
      expect(await outbox.waitingAt(chatId)).toBeNull();
      const notice = { chatId, day: null, content: null, at: AT } as const;
      const { id } = await outbox.add({ ...notice, key: 'a', kind: 'word' });
      const { platform } = await store().chats.byId(chatId);
      expect(await outbox.waitingAt(chatId)).toEqual({ platform, officeId: null, isUrgent: false });
      await outbox.add({ ...notice, key: 'b', kind: 'reply' });
      expect(await outbox.waitingAt(chatId)).toMatchObject({ isUrgent: true });
      await database.sql(`UPDATE "Notice" SET state = 'sent' WHERE id <> ${id}`);
      expect(await outbox.waitingAt(chatId)).toMatchObject({ isUrgent: false });
    });

    test('names those owed something one of each office in turn', async () => {
      const { outbox } = store();
      await database.sql(
        `INSERT INTO "Organization" (id, code, name) VALUES (1, 'M', 'Một'), (2, 'H', 'Hai')`,
      );
      const offices = [1, 1, 1, 2, 2];
      const chats: Chat[] = [];
      for (const [index, office] of offices.entries()) {
        const one = await chat(`người ${index}`);
        await database.sql(`UPDATE "Chat" SET "organizationId" = ${office} WHERE id = ${one.id}`);
        await outbox.add({ key: `${index}`, kind: 'word', chatId: one.id, day: null, content: null, at: AT });
        chats.push(one);
      }
      const inTurn = [0, 3, 1, 4, 2].map((index) => chats[index]?.id);
      expect(await outbox.chatsOwed()).toEqual(inTurn);
    });

    test('renews the claims that are held, all at once, and tells which', async () => {
      const clock = new ManualClock(AT);
      const { outbox } = database.opened.storageBy(() => clock.now());
      const chats = [await chat('lan'), await chat('minh'), await chat('thu')];
      const notice = { kind: 'word', day: null, content: null, at: AT } as const;
      for (const { id: chatId } of chats) await outbox.add({ ...notice, key: `${chatId}`, chatId });
      const claims = await Promise.all(chats.map(({ id }) => outbox.claim(id)));
      const [lan = NONE, minh = NONE, thu = NONE] = claims.flatMap(({ notice: taken }) => taken ?? []);
      await outbox.sent(thu, AT, '1');
      clock.set(new Date(AT.getTime() + CLAIM_LEASE_MS - 1));
      const lost = { ...minh, attempts: minh.attempts - 1 };
      expect(await outbox.renew([lan, lost, thu])).toEqual(new Set([lan.id]));
      expect(await outbox.chatsAbandoned()).toEqual([]);
      clock.set(new Date(AT.getTime() + CLAIM_LEASE_MS));
      expect(await outbox.chatsAbandoned()).toEqual([chats[1]?.id]);
    });

    test('takes nothing from a sender whose claim is lost, or whose notice is over', async () => {
      const clock = new ManualClock(AT);
      const { outbox } = database.opened.storageBy(() => clock.now());
      const { id: chatId } = await chat();
      await outbox.add({ key: 'a', kind: 'word', chatId, day: null, content: null, at: AT });
      const { notice: lost } = await outbox.claim(chatId);
      clock.set(new Date(AT.getTime() + CLAIM_LEASE_MS));
      const { notice: held } = await outbox.claim(chatId);
      const writes = (notice: HeldNotice) => [
        () => outbox.fixContent(notice, { lines: [] }),
        () => outbox.offer(notice, []),
        () => outbox.partSent(notice, '11'),
        () => outbox.postpone(notice, 1, 'unknown'),
        () => outbox.sent(notice, AT, '12'),
        () => outbox.end(notice, 'dropped', AT),
      ];
      const rows = () => database.sql('SELECT * FROM "Notice"');
      const before = await rows();
      for (const write of writes(lost ?? NONE)) await expect(write()).rejects.toThrow(ClaimLost);
      expect(await rows()).toEqual(before);
      await outbox.sent(held ?? NONE, AT, '13');
      for (const write of writes(held ?? NONE)) await expect(write()).rejects.toThrow(ClaimLost);
      expect(await outbox.byMessage(chatId, '13')).toMatchObject({ messageIds: ['13'], content: null });
    });

    test('finds a notice by any of its messages, in its own chat', async () => {
      const { outbox } = store();
      const [here, there] = [await chat('here'), await chat('there')];
      const content = { lines: [{ text: 'chào' }] };
      const notice = { kind: 'reply', chatId: here.id, day: null, content, at: AT } as const;
      const { id } = await outbox.add({ ...notice, key: 'a' });
      await outbox.partSent({ id, attempts: 0 }, '11');
      await outbox.sent({ id, attempts: 0 }, LATER, '12');
      expect(await outbox.byMessage(here.id, '12')).toMatchObject({
        id,
        messageIds: ['11', '12'],
        at: LATER,
      });
      expect(await outbox.byMessage(there.id, '12')).toBeNull();
      expect(await outbox.byMessage(here.id, '13')).toBeNull();
    });

    test('holds a notice for whoever claimed it last, until it is over', async () => {
      const clock = new ManualClock(AT);
      const { outbox } = database.opened.storageBy(() => clock.now());
      const { id: chatId } = await chat();
      const content = { lines: [{ text: 'chào' }] };
      await outbox.add({ key: 'a', kind: 'word', chatId, day: null, content, at: AT });
      const { notice: first } = await outbox.claim(chatId);
      expect(first && (await outbox.hold(first))).toBe(true);
      clock.set(new Date(AT.getTime() + CLAIM_LEASE_MS));
      const { notice: second } = await outbox.claim(chatId);
      expect(first && (await outbox.hold(first))).toBe(false);
      expect(second && (await outbox.hold(second))).toBe(true);
      await outbox.end(second ?? NONE, 'sent', LATER);
      expect(second && (await outbox.hold(second))).toBe(false);
    });

    test('keeps what numbers mean, and finds the latest messages of a chat that offered any and may be there', async () => {
      const { outbox } = store();
      const own = await chat();
      const add = async (key: string, chatId = own.id) => {
        const content = { lines: [] };
        const notice = { key, kind: 'word', chatId, day: null, content, at: AT } as const;
        return { id: (await outbox.add(notice)).id, attempts: 0 };
      };
      const first = await add('one');
      const second = await add('two');
      await add('three');
      const unsent = await add('four');
      const choices = [{ code: 1, data: 'done:12' }];
      for (const one of [first, second, unsent, await add('other', (await chat('minh')).id)]) {
        await outbox.offer(one, choices);
      }
      await outbox.end(second, 'sent', LATER);
      await outbox.postpone(first, 1, 'temporary');
      await outbox.postpone(unsent, 1, 'temporary');
      expect(await outbox.latestOffers(own.id)).toMatchObject([
        { id: second.id, choices, at: LATER, isCertain: true },
      ]);
      await outbox.postpone(unsent, 1, 'unknown');
      await outbox.partSent(first, '11');
      expect(await outbox.latestOffers(own.id)).toMatchObject([
        { id: unsent.id, isCertain: false },
        { id: second.id, isCertain: true },
        { id: first.id, isCertain: false },
      ]);
      expect(await outbox.latestOffers((await chat('nobody')).id)).toEqual([]);
    });

    test('knows who has seen a reminder of a task, each once and in order', async () => {
      const { offices, outbox, plans, reminders } = store();
      const record = await plan();
      const taskId = await plans.addTask(record, row('a'), at(1, 1));
      await plans.addOccurrences(taskId, [due('28')]);
      const [occurrence] = await plans.occurrencesOf(taskId);
      const { organizationId } = record;
      const hoa = await offices.addMember({ ...person, organizationId });
      const nam = await offices.addMember({ ...person, organizationId, name: 'Nam' });
      const topic = await chat('nhom', '7');
      const { id } = await outbox.add({
        key: 'm',
        kind: 'reminders',
        chatId: topic.id,
        day: '2025-11-24',
        content: null,
        at: AT,
      });
      await reminders.add(id, '2025-11-24', [
        { occurrenceId: occurrence?.id ?? 0, recipient: { kind: 'unit', id: 1 }, stage: 'T-3' },
      ]);
      await outbox.partSent({ id, attempts: 0 }, 'm1');
      expect(await outbox.byMessageAt('console', 'nhom', 'm1')).toMatchObject({ id });
      expect(await outbox.byMessageAt('telegram', 'nhom', 'm1')).toBeNull();
      expect(await outbox.byMessageAt('console', 'other', 'm1')).toBeNull();
      await outbox.markSeen(id, hoa.id, AT);
      await outbox.markSeen(id, nam.id, AT);
      await outbox.markSeen(id, hoa.id, LATER);
      expect(await outbox.seenOfTask(taskId)).toEqual([
        { memberName: 'Nam', at: AT },
        { memberName: hoa.name, at: LATER },
      ]);
      expect(await outbox.seenOfTask(taskId + 1)).toEqual([]);
    });

    test('is empty when nothing waits and nothing is being sent', async () => {
      const { outbox } = store();
      const { id: chatId } = await chat();
      await outbox.add({ key: 'a', kind: 'reply', chatId, day: null, content: null, at: AT });
      expect(await outbox.isEmpty()).toBe(false);
      const { notice } = await outbox.claim(chatId);
      expect(await outbox.isEmpty()).toBe(false);
      await outbox.end(notice ?? NONE, 'sent', AT);
      expect(await outbox.isEmpty()).toBe(true);
    });
  });

  test('the inbox knows each platform’s updates by their own ids, and who waits', async () => {
    const { inbox } = store();
    const event = { type: 'reachable', reachable: true } as const;
    const update: InboundUpdate = {
      platform: 'telegram',
      id: '1',
      chat: { id: '5', kind: 'private' },
      event,
    };
    expect(await inbox.add('telegram 5', update, AT)).toBe(true);
    expect(await inbox.add('telegram 5', update, AT)).toBe(false);
    expect(await inbox.add('zalo 5', { ...update, platform: 'zalo' }, AT)).toBe(true);
    // What came before accounts were told apart is not taken for new by the account that hears it once more.
    const later = { ...update, account: '77' };
    expect(await inbox.add('telegram 5', later, AT)).toBe(false);
    expect(await inbox.add('telegram 6', later, AT)).toBe(true);
    expect((await inbox.lanesOwed()).toSorted()).toEqual(['telegram 5', 'telegram 6', 'zalo 5']);
    await inbox.done((await inbox.next('telegram 6'))?.id ?? 0, AT);
    const next = await inbox.next('telegram 5');
    expect(next).toMatchObject({ update, attempts: 0 });
    await inbox.done(next?.id ?? 0, AT);
    expect(await inbox.lanesOwed()).toEqual(['zalo 5']);
    expect(await inbox.byId(next?.id ?? 0)).toEqual(update);
  });

  test('the inbox counts the updates of each account by themselves', async () => {
    const { inbox } = store();
    const event = {
      type: 'message',
      messageId: '7',
      text: 'xong 1',
      addressed: true,
      attachments: [],
    } as const;
    const said = (account: string): InboundUpdate => {
      const chat = { id: '5', kind: 'private' } as const;
      return { platform: 'telegram', account, id: '1', chat, event: { ...event, attachments: [] } };
    };
    for (const [account, isNew] of [
      ['old', true],
      ['old', false],
      ['new', true],
      ['new', false],
    ] as const) {
      expect(await inbox.add('telegram 5', said(account), AT)).toBe(isNew);
    }
    const versions = await inbox.ofMessage(said('new'), '7', 1_000);
    expect(versions.map(({ update }) => update.account)).toEqual(['new']);
  });

  test('the audit log keeps what was before and after, or that there was nothing', async () => {
    const entry = {
      organizationId: 1,
      at: AT,
      memberId: 2,
      updateId: 3,
      action: 'report',
      subject: 'task:1',
    };
    await store().audit.add({ ...entry, before: { state: 'open' }, after: { unitIds: [1, 2] } });
    await store().audit.add({ ...entry, memberId: null });
    expect(await database.sql('SELECT "memberId", before, after FROM "AuditEntry" ORDER BY id')).toEqual([
      { memberId: 2, before: { state: 'open' }, after: { unitIds: [1, 2] } },
      { memberId: null, before: null, after: null },
    ]);
  });

  test('a lease is one holder’s until it runs out or is given back', async () => {
    const { leases } = database.opened.storage;
    const claims = await Promise.all(['a', 'b', 'c'].map((holder) => leases.take('ear', holder, 60_000)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    const holder = ['a', 'b', 'c'][claims.indexOf(true)] ?? '';
    expect(await leases.take('ear', holder, 60_000)).toBe(true);
    await leases.release('ear', 'somebody else');
    expect(await leases.take('ear', 'd', 60_000)).toBe(false);
    expect(await leases.take('mouth', 'd', 60_000)).toBe(true);
    await leases.release('ear', holder);
    expect(await leases.take('ear', 'd', 60_000)).toBe(true);
    await database.sql(`UPDATE "Lease" SET "endsAt" = now() - interval '1 millisecond' WHERE name = 'ear'`);
    expect(await leases.take('ear', 'e', 60_000)).toBe(true);
    expect(await leases.take('ear', 'd', 60_000)).toBe(false);
    // Written by a clock that was days ahead.
    await database.sql(`UPDATE "Lease" SET "endsAt" = now() + interval '2 days' WHERE name = 'ear'`);
    expect(await leases.take('ear', 'd', 60_000)).toBe(true);
  });

  test('an outage lasts from when it was first known until it is over', async () => {
    const { outages } = store();
    expect(await outages.begin('zalo-bot', 'used-up', AT)).toEqual({ since: AT, isNew: true });
    expect(await outages.begin('zalo-bot', 'used-up', LATER)).toEqual({ since: AT, isNew: false });
    await outages.end('telegram');
    await outages.end('zalo-bot', 'token-refused');
    expect(await outages.present()).toEqual(new Map([['zalo-bot', { kind: 'used-up', since: AT }]]));
    expect(await outages.begin('zalo-bot', 'token-refused', LATER)).toEqual({ since: AT, isNew: true });
    await outages.end('zalo-bot', 'token-refused');
    expect(await outages.begin('zalo-bot', 'used-up', LATER)).toEqual({ since: LATER, isNew: true });
    await outages.end('zalo-bot');
    expect(await outages.present()).toEqual(new Map());
  });

  test('what is added every minute uses up no numbers', async () => {
    const { outbox, plans } = store();
    const task = await plans.addTask(await plan(), row('a'), at(1, 0));
    await plans.addOccurrences(task, [due('24')]);
    const { id: chatId } = await chat();
    const notice = { key: 'a', kind: 'word', chatId, day: null, content: null, at: AT } as const;
    const used = () => database.sql('SELECT sequencename, last_value FROM pg_sequences ORDER BY 1');
    const { id } = await outbox.add(notice);
    const before = await used();
    for (let minute = 0; minute < 3; minute++) {
      expect(await outbox.add(notice)).toEqual({ id, isNew: false });
      expect(await plans.addOccurrences(task, [due('24')])).toBe(0);
    }
    expect(await used()).toEqual(before);
    expect(await outbox.known(['a', 'b'])).toEqual(new Set(['a']));
  });

  test('instants are what they are for whoever looks into the database', async () => {
    const { id: chatId } = await chat();
    await store().outbox.add({ key: 'a', kind: 'reply', chatId, day: null, content: null, at: AT });
    const [notice] = await database.sql(`SELECT extract(epoch FROM "createdAt") * 1000 AS ms FROM "Notice"`);
    expect(Number((notice as { ms: string }).ms)).toBe(AT.getTime());
  });
});

const postgresIsHere = DATABASES.some(({ name, isHere }) => name === 'PostgreSQL' && isHere);

test.skipIf(!postgresIsHere)(
  'instants are the same on a server that lives by the office’s clock',
  async () => {
    const { place, remove } = await serverDatabase();
    const name = new URL(place.url).pathname.slice(1);
    await onServer(place.url, `ALTER DATABASE ${name} SET timezone TO 'Asia/Ho_Chi_Minh'`);
    const opened = await openStorage(place);
    const clock = new ManualClock(AT);
    const { outbox, chats } = opened.storageBy(() => clock.now());
    const { id: chatId } = await chats.at({ platform: 'console', chat: { id: 'lan', kind: 'private' } });
    const notice = { key: 'a', kind: 'reply', chatId, day: null, content: null, at: AT } as const;
    await outbox.postpone({ id: (await outbox.add(notice)).id, attempts: 0 }, 1, 'temporary');
    expect(await outbox.claim(chatId)).toEqual({ notice: null, waitMs: 1 });
    const [kept] = await onServer<{ ms: string }>(
      place.url,
      `SELECT extract(epoch FROM "notBefore") * 1000 AS ms FROM "Notice"`,
    );
    expect(Number(kept?.ms)).toBe(LATER.getTime());
    await opened.close();
    await remove();
  },
);
