/** What is asked of the bot, and changes nothing. */
import type { ReportFormat } from '../../../services/ports/report-writer.ts';
import { isSomebody, type Meaning, ofTask, part, whenIn } from './meaning.ts';
import type { Thing } from './things.ts';

export const QUESTIONS: readonly Meaning[] = [
  {
    says: [
      'OPEN (what|which tasks|which|anything|which ones) (is|are)? (STUCK|blocked|held up) (now|right now|at the moment)? Q',
      'OPEN (list|show|show me|what are)? (all)? (the)? ((STUCK|blocked) (tasks|work|ones)?|obstacles|problems) Q',
    ],
    means: () => ({ name: 'obstacles' }),
  },
  {
    says: [
      'OPEN (show|show me|list|see|what are|give me)? MINE (tasks|work|todo) (due|for|in|of|on)* LATER* Q',
      'OPEN what (do|should|must) i (have|need)? (to)? do (on|in|by)? LATER* Q',
      'OPEN what is (on my list|due|there to do|for me|my work) (for|on|in|by)* LATER* Q',
      'OPEN (is there|do i have)? (anything|something|what) (for me|to do|due|on my list) (for|on|in)* LATER* Q',
      'OPEN (which|what) tasks (do i have|are due|are MINE|are there) (for|on|in|by)* LATER* Q',
    ],
    means: ({ fixed }) => ({ name: 'tasks', ...whenIn(fixed) }),
  },
  {
    says: [
      'OPEN (show|show me|list|what are)? (the)? tasks (of|for|with) <about>',
      'OPEN what (does|should|must) <about> (have|need)? (to)? do LATER* Q',
      'OPEN what is <about> (doing|working on) LATER* Q',
    ],
    means: (said) =>
      isSomebody(said.parts.about)
        ? { name: 'tasks', about: part(said, 'about'), ...whenIn(said.fixed) }
        : null,
  },
  {
    says: [
      'OPEN (what|which tasks|which|anything|which ones) (is|are)? (already)? (LATE|overdue) (now|today)? Q',
      'OPEN (show|show me|list|give me)? (all)? (the|my)? overdue (tasks|work|ones|list)? Q',
    ],
    means: () => ({ name: 'overdue' }),
  },
  {
    says: [
      'OPEN (what|which tasks) (is|are|tasks are) (LATE|overdue) (in|at|with|for) <unit>',
      'OPEN (is)? anything (LATE|overdue) (in|at|with|for) <unit>',
      'OPEN (what|which tasks) (does|do) <unit> (still)? owe (us)? Q',
      'OPEN (show|show me|list|give me)? (all)? (the)? overdue (tasks|work) (of|in|for) <unit>',
    ],
    means: (said) =>
      isSomebody(said.parts.unit)
        ? { name: 'overdue', about: part(said, 'unit').replace(/^the /i, '') }
        : null,
  },
  {
    says: [
      'OPEN who (is|are) (LATE|overdue|behind) (now)? Q',
      'OPEN who (has not|have not|DID not) (reported|report|done) (yet|anything)* Q',
    ],
    means: () => ({ name: 'overdue', byUnit: true }),
  },
  {
    says: [
      'OPEN how far (are (we|you|things)|is (the plan|everything|the work|the office|it)) (now|with the plan|so far)? LATER* Q',
      'OPEN how (are|is) (we|the plan|the work|it|things|everything|the office) (doing|going) (for|in|on)* LATER* Q',
      'OPEN (what is|show|show me|how is)? (the|our|my)? (overall)? progress (of (the office|the plan|us))? (for|in|so far)* LATER* Q',
    ],
    means: ({ fixed }) => ({ name: 'progress', unit: null, ...whenIn(fixed) }),
  },
  {
    says: [
      'OPEN (what is|show|show me)? (the)? progress (of|for|in) <unit>',
      'OPEN how (far)? (is|are) <unit> (doing|going)? Q',
      'OPEN how far is <unit>',
    ],
    means: (said) =>
      isSomebody(said.parts.unit)
        ? { name: 'progress', unit: part(said, 'unit'), ...whenIn(said.fixed) }
        : null,
  },
  {
    says: [
      'OPEN (find|search|look) for? (me|the|a|any)* (tasks|task)? (ABOUT|on|with)? <words>',
      'OPEN (search|look) for <words>',
      'OPEN (is there|are there)? any (task|tasks) (ABOUT|on|with|for) <words>',
    ],
    means: (said) => ({
      name: 'search',
      words: part(said, 'words')
        .replace(/["“”?!.]/g, '')
        .trim(),
    }),
  },
  {
    says: [
      'OPEN (show|show me|what is)? (the)? (history|log) (of|for) OBJECT Q',
      'OPEN who (reported|changed|did|accepted|closed|moved|set) (the (date|deadline|report) (of|for|on))? OBJECT (and when|when)? Q',
      'OPEN (what|who) (has)? (happened|changed) (to|with|on|in) OBJECT Q',
    ],
    means: ofTask((number) => ({ name: 'history', number })),
  },
  {
    says: [
      'OPEN (can|could)? (i|you)? (send|give|get|have|export|make|want|need)? (me|us)? (to)? (an|a|the|as)* (excel|xlsx|word|docx|pdf|picture|image) (file|sheet|document|version)? ((of|for|with) MINE (tasks|work|progress|list|plan)? )? (for|in|of)* LATER* Q',
      'OPEN export (MINE (tasks|work|progress|list|plan))? (to|as|in) (an|a)? (excel|xlsx|word|docx|pdf|picture|image) Q',
    ],
    means: ({ fixed }) => ({ name: 'export', unit: null, ...formatIn(fixed), ...whenIn(fixed) }),
  },
];

const FORMATS: Readonly<Record<string, ReportFormat>> = {
  word: 'docx',
  docx: 'docx',
  pdf: 'docx',
  picture: 'png',
  image: 'png',
};

function formatIn(fixed: readonly Thing[]): { format: ReportFormat; asPdf?: true } {
  const words = fixed.flatMap(({ names }) => [...names]);
  const format = words.map((word) => FORMATS[word]).find((one) => one !== undefined) ?? 'xlsx';
  return words.includes('pdf') ? { format, asPdf: true } : { format };
}
