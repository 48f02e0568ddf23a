import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buttonData, type PressedButton, parseButton } from '../../src/chat/button-data.ts';
import type { Command, ReportCommand } from '../../src/chat/command.ts';

const report: ReportCommand = {
  name: 'report',
  numbers: [12],
  words: '',
  month: null,
  evidence: [],
  explicit: true,
};

describe('a pressed button', () => {
  it.each<[PressedButton, string, Command]>([
    [{ press: 'done', number: 12 }, 'done:12', report],
    [{ press: 'done', number: 12, evidenceOf: 345 }, 'done:12@345', { ...report, evidenceOf: 345 }],
    [{ press: 'done', number: 12, occurrence: 67 }, 'done:12/67', { ...report, occurrence: 67 }],
    [
      { press: 'add', number: 12, evidenceOf: 345 },
      'add:12@345',
      { name: 'add-evidence', number: 12, evidenceOf: 345 },
    ],
    [{ press: 'task', number: 12 }, 'task:12', { name: 'task', number: 12 }],
    [{ press: 'confirm', number: 7 }, 'confirm:7', { name: 'confirm', draft: 7 }],
    [{ press: 'discard', number: 7 }, 'discard:7', { name: 'discard', draft: 7 }],
    [{ press: 'browse', number: 7 }, 'browse:7', { name: 'browse', page: null, draft: 7 }],
    [{ press: 'drop', number: 7 }, 'drop:7', { name: 'missing', drops: true, draft: 7 }],
    [{ press: 'keep', number: 7 }, 'keep:7', { name: 'missing', drops: false, draft: 7 }],
    [{ press: 'alone', number: 7 }, 'alone:7', { name: 'stand-alone', draft: 7 }],
    [{ press: 'withdraw', number: 12 }, 'withdraw:12', { name: 'withdraw', numbers: [12] }],
    [{ press: 'invite', number: 7 }, 'invite:7', { name: 'invite', who: { id: 7 } }],
    [{ press: 'undo', number: 7 }, 'undo:7', { name: 'undo', change: 7 }],
    [
      { press: 'accept', number: 7 },
      'accept:7',
      { name: 'review', accepts: true, of: { report: 7 }, reason: null },
    ],
    [
      { press: 'return', number: 7 },
      'return:7',
      { name: 'review', accepts: false, of: { report: 7 }, reason: null },
    ],
    [
      { press: 'extend', number: 12 },
      'extend:12',
      { name: 'ask-extension', number: 12, until: '', reason: '' },
    ],
    [
      { press: 'grant', number: 7 },
      'grant:7',
      { name: 'decide-extension', grants: true, of: { extension: 7 } },
    ],
    [
      { press: 'refuse', number: 7 },
      'refuse:7',
      { name: 'decide-extension', grants: false, of: { extension: 7 } },
    ],
    [{ press: 'ranking-picture', number: 0 }, 'ranking-picture:0', { name: 'ranking', format: 'png' }],
    [{ press: 'parent-yes', number: 7 }, 'parent-yes:7', { name: 'decide-parent', accepts: true, link: 7 }],
    [{ press: 'parent-no', number: 7 }, 'parent-no:7', { name: 'decide-parent', accepts: false, link: 7 }],
    [{ press: 'picture', number: 0 }, 'picture:0', { name: 'export', format: 'png', unit: null, unitId: 0 }],
    [{ press: 'table', number: 7 }, 'table:7', { name: 'export', format: 'xlsx', unit: null, unitId: 7 }],
  ])('%j carries %s', (button, data, command) => {
    expect(buttonData(button)).toBe(data);
    expect(parseButton(data)).toEqual(command);
  });

  it.each([
    '',
    'done',
    'done:',
    'done:0',
    'done:-1',
    'done:012',
    'done:1.5',
    'done:12@',
    'done:12@0',
    'done:12@3@4',
    'done:10000',
    'task:10000',
    'extend:10000',
    'extend:12@3',
    'grant:2147483648',
    'task:12@3',
    'task:12/3',
    'done:12/0',
    'done:12/2147483648',
    'confirm:7@3',
    'confirm:2147483648',
    'done:12@2147483648',
    'DONE:12',
    ' done:12',
    'done:12\n',
    'done:12 ',
    'approve:12',
    'constructor:1',
    'done:１２',
  ])('%j is nobody’s', (data) => {
    expect(parseButton(data)).toBeNull();
  });

  it('fits Telegram’s 64 bytes with any number', () => {
    const id = fc.integer({ min: 1, max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(id, id, (number, evidenceOf) => {
        expect(buttonData({ press: 'done', number, evidenceOf }).length).toBeLessThanOrEqual(64);
        expect(buttonData({ press: 'discard', number }).length).toBeLessThanOrEqual(64);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^(done|task|confirm):\d*@?\d*$/)),
        (data) => {
          expect(() => parseButton(data)).not.toThrow();
        },
      ),
    );
  });
});
