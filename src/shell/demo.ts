import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Config, readConfig } from '../config.ts';
import { readHere } from '../documents/reading.ts';
import type { Member } from '../domain/member.ts';
import { matchPeople } from '../domain/names.ts';
import { root } from '../root.ts';
import { applyRoster } from '../services/people/import-roster.ts';
import { whichOffice } from '../services/people/which-office.ts';
import { DemoStage } from './demo-stage.ts';
import { GROUP, OFFICE_FILES, STORY, type Step } from './demo-story.ts';
import { fileAt } from './files.ts';
import { print, printLines } from './print.ts';

/** `nhachan demo`: the example office through some weeks, on the embedded database in a folder of its own. */
export async function demoCommand({ once }: { once?: boolean }): Promise<void> {
  const config = demoConfig();
  await rm(config.DATA_DIR, { recursive: true, force: true });
  const stage = await DemoStage.open(config, STORY[0]?.day ?? '2026-11-20');
  try {
    const members = await hireOffice(stage);
    for (const { day, steps } of STORY) {
      for (const step of steps) {
        await stage.passTo(day, step.at);
        await play(stage, step, members);
      }
    }
    if (!once) await converse(stage, members);
  } finally {
    await stage.stop();
  }
}

/** Nothing of a real office: no server, no platform, and a folder that each run begins anew. */
function demoConfig(): Config {
  const { DATA_DIR, LOCALE } = readConfig();
  return { ...readConfig({}), DATA_DIR: join(DATA_DIR, 'demo'), LOCALE };
}

async function hireOffice(stage: DemoStage): Promise<Member[]> {
  const { storage, clock } = stage.office;
  const roster = await readHere('roster', { file: await fileAt(join(root, OFFICE_FILES.roster)) });
  const author = { memberId: null, updateId: null, at: clock.now() };
  const of = whichOffice(roster.office, await storage.offices.all(), { isNew: true });
  if (of.kind === 'unclear') throw new Error('The demo begins with an empty database');
  const { office, changes } = await storage.transaction((store) =>
    applyRoster(store, roster, of, 'vi', author),
  );
  print(
    `${office.name}: ${changes.added.length} cán bộ, ${changes.newUnits.length} đơn vị (${OFFICE_FILES.roster})`,
  );
  return storage.offices.members(office.id);
}

async function play(stage: DemoStage, step: Step, members: Member[]): Promise<void> {
  if ('joins' in step) {
    for (const name of step.joins) await stage.joins(memberNamed(name, members));
  } else if ('presses' in step) {
    await stage.presses(step.who, step.presses);
  } else if ('replies' in step) {
    await stage.replies(step.who, step.replies);
  } else {
    const file = step.file ? join(root, step.file) : undefined;
    await stage.says(step.who, step.inGroup ? GROUP : null, step.says, file);
  }
}

function memberNamed(name: string, members: Member[]): Member {
  const member = members.find((one) => one.name === name);
  if (!member) throw new Error(`${name} is not on the roster of the example`);
  return member;
}

/** Stays up and takes typed messages: "Lan: xong 5 …", "nhóm/Lan: /tiendo", an empty line for the next morning. */
async function converse(stage: DemoStage, members: Member[]): Promise<void> {
  printLines([
    { text: '' },
    { text: 'Gõ "Lan: xong 5 https://…" để nhắn riêng với bot, "nhóm/Lan: /viec" để nhắn trong nhóm,' },
    { text: 'dòng trống để sang sáng hôm sau, Ctrl+D để thoát.' },
  ]);
  for await (const line of createInterface({ input: process.stdin, terminal: false })) {
    if (line.trim() === '') {
      await stage.passTo(stage.office.rules.calendar.nextWorkingDay(stage.today), '08:00');
      continue;
    }
    const [, inGroup, name, text] = /^\s*(nhóm\/|nhom\/)?\s*([^:/]+):\s*(.*)$/iu.exec(line) ?? [];
    const [person, another] = matchPeople(name ?? '', members);
    if (!person) print('Ai nói? Ví dụ: Lan: xong 5');
    else if (another) print(`"${name}" có thể là ${person.name} hoặc ${another.name}. Gõ đủ họ tên.`);
    else await stage.says(person.name, inGroup ? GROUP : null, text ?? '');
  }
}
