import { describe, expect, it } from 'vitest';
import { pairRows } from '../../src/services/plans/pair-rows.ts';
import type { KnownTask, PlannedTask } from '../../src/services/ports/plans.ts';

interface Row {
  no: string;
  title: string;
  section?: string;
  isStep?: boolean;
  words?: string;
}

const WHOLE = 7;

function planned({ no, title, section = '', isStep = false, words = '' }: Row): PlannedTask {
  return {
    key: `${section}|${title}`,
    fingerprint: '',
    rowNo: no,
    section,
    title,
    product: null,
    deadline: { kind: 'continuous', text: 'Thường xuyên' },
    source: {},
    leads: [],
    supports: [],
    assignedWords: words,
    partOf: isStep ? `|${TRAINING}` : null,
    reported: null,
  };
}

function knownAs(row: Row, more: Partial<KnownTask> = {}): KnownTask {
  const { key, fingerprint, rowNo, section, title, deadline, assignedWords } = planned(row);
  return {
    id: 0,
    key,
    fingerprint,
    number: 0,
    rowNo,
    section,
    title,
    deadline,
    partOfId: row.isStep ? WHOLE : null,
    leads: [],
    supports: [],
    assignedWords,
    active: true,
    leftOut: false,
    hasReports: false,
    openDays: [],
    setDeadline: null,
    givenInsteadOf: null,
    ...more,
  };
}

/** "new title < old title" for each pair. */
function pairs(rows: Row[], known: KnownTask[]): string[] {
  return [...pairRows(rows.map(planned), known)]
    .map(([task, old]) => `${task.title} < ${old.title}`)
    .toSorted();
}

const QUARTERLY = 'Báo cáo kết quả cải cách hành chính quý';
const TRAINING = 'Tập huấn kỹ năng số cho cán bộ thôn';

describe('a row of an amended plan is the task of before', () => {
  it('with the same section and title, wherever it stands now', () => {
    expect(pairs([{ no: '9', title: TRAINING }], [knownAs({ no: '1', title: TRAINING })])).toHaveLength(1);
  });

  it('when a word was added, also elsewhere in the plan', () => {
    expect(
      pairs([{ no: '9', title: `${TRAINING} bản` }], [knownAs({ no: '1', title: TRAINING })]),
    ).toHaveLength(1);
  });

  it('when half of it was reworded in its place', () => {
    const reworded = 'Tập huấn kỹ năng số, an toàn thông tin cho tổ công nghệ số';
    expect(pairs([{ no: '1', title: reworded }], [knownAs({ no: '1', title: TRAINING })])).toHaveLength(1);
    expect(pairs([{ no: '2', title: reworded }], [knownAs({ no: '1', title: TRAINING })])).toEqual([]);
  });

  it('but not when it speaks of another figure elsewhere', () => {
    const [third, fourth] = [`${QUARTERLY} 3`, `${QUARTERLY} 4`];
    expect(pairs([{ no: '9', title: fourth }], [knownAs({ no: '1', title: third })])).toEqual([]);
    expect(pairs([{ no: '1', title: fourth }], [knownAs({ no: '1', title: third })])).toHaveLength(1);
  });

  it('each once, and the most alike first', () => {
    const known = [knownAs({ no: '1', title: TRAINING }), knownAs({ no: '2', title: `${TRAINING} và bản` })];
    expect(
      pairs(
        [
          { no: '7', title: `${TRAINING} và` },
          { no: '8', title: `${TRAINING} và xóm bản` },
        ],
        known,
      ),
    ).toEqual([`${TRAINING} và < ${TRAINING}`, `${TRAINING} và xóm bản < ${TRAINING} và bản`]);
  });

  it('of two with one title, the one that is given to the same units, wherever it stands', () => {
    const [first, second] = [
      knownAs({ no: '1', title: TRAINING, words: 'VHXH' }, { number: 1 }),
      knownAs({ no: '2', title: TRAINING, words: 'KT' }, { number: 2 }),
    ];
    const row = planned({ no: '1', title: TRAINING, words: 'KT' });
    expect(pairRows([row], [first, second]).get(row)?.number).toBe(2);
  });

  it('a step is looked for among the steps of its own task, however that is worded by now', () => {
    const step = { no: '', title: 'Tổng hợp, báo cáo Sở', isStep: true };
    const known = [
      knownAs({ no: '1', title: TRAINING }, { id: WHOLE }),
      knownAs(step, { number: 3 }),
      knownAs(step, { number: 4, partOfId: 99 }),
    ];
    const whole = planned({ no: '1', title: TRAINING });
    const own = planned(step);
    expect(pairRows([whole, own], known).get(own)?.number).toBe(3);
    expect(pairRows([own], known).get(own)).toBeUndefined();
  });

  it('left out by the clerk it is still known; given up earlier it is known only by its own name', () => {
    const leftOut = knownAs({ no: '1', title: TRAINING }, { active: false, leftOut: true });
    const dropped = knownAs({ no: '1', title: TRAINING }, { active: false });
    expect(pairs([{ no: '1', title: `${TRAINING} bản` }], [leftOut])).toHaveLength(1);
    expect(pairs([{ no: '1', title: `${TRAINING} bản` }], [dropped])).toEqual([]);
    expect(pairs([{ no: '1', title: TRAINING }], [dropped])).toHaveLength(1);
  });
});
