/** What changes the plan and the people, and what is said to the bot itself. */
import { periodSaid } from '../../../domain/period-asked.ts';
import type { Command } from '../../command.ts';
import { isSomebody, type Meaning, ofTask, ofTasks, part, withoutEnd } from './meaning.ts';
import type { Said } from './saying.ts';
import { wordsOf } from './things.ts';

export const OFFICE: readonly Meaning[] = [
  {
    says: ['OPEN (give|assign|hand) OBJECT to <whom>'],
    means: (said) => assignment(said),
  },
  {
    says: [
      'OPEN let <whom> (do|take|lead|handle|have) OBJECT END',
      'OPEN OBJECT (goes|will go|should go|is given) to <whom>',
      'OPEN put <whom> in charge of OBJECT END',
      '<whom> (will be|is|is now) (in charge of|responsible for) OBJECT END',
      '<whom> will (do|lead|take|take over|handle) OBJECT END',
    ],
    means: (said) => assignment(said),
    asks: true,
  },
  {
    says: [
      'OPEN (add|create)? a? new task (for us)? <words>',
      'OPEN add a? task <words>',
      'OPEN create a task <words>',
    ],
    means: (said) => ({ name: 'add-task', words: part(said, 'words') }),
    asks: true,
  },
  {
    says: [
      'OPEN (change|set|move) the? (deadline|due date|date) (of|for) OBJECT to day END',
      'OPEN OBJECT is now? due (on|by) day END',
      'OPEN OBJECT is now? due day END',
    ],
    means: (said) => {
      const day = said.fixed.find(({ names }) => names.has('day'));
      return day === undefined || day.names.has('over')
        ? null
        : ofTask((number) => ({ name: 'set-deadline', number, words: wordsOf([day]) }))(said);
    },
  },
  {
    says: [
      'OPEN (cancel|drop|remove|delete) (task)? OBJECT END',
      'OPEN (stop|no longer) (following|tracking|follow) OBJECT END',
    ],
    means: ofTasks((numbers) => ({ name: 'leave-out', numbers })),
    asks: true,
  },
  {
    says: [
      'OPEN stop (following|tracking) OBJECT <why>',
      'OPEN OBJECT (is|WAS|has been) (cancelled|canceled|dropped) END',
      'OPEN OBJECT (is|WAS|has been) (cancelled|canceled|dropped) (please)? (remove|drop|delete) it END',
    ],
    means: ofTasks((numbers) => ({ name: 'leave-out', numbers })),
    asks: true,
  },
  {
    says: [
      'OPEN (restore|bring back|take back) OBJECT END',
      'OPEN bring OBJECT back END',
      'OPEN follow OBJECT again END',
    ],
    means: ofTask((number) => ({ name: 'take-back', number })),
  },
  {
    says: [
      'OPEN (start|begin) OBJECT (from|on)* (today|yesterday|over)? END',
      'OPEN OBJECT (starts|begins|started|began) (from|on)* (today|yesterday|over) END',
      'OPEN OBJECT (starts|begins|started|began) (from|on)* (today|yesterday|over) <why>',
      'OPEN the (decision|letter|document|paper) (for|on|of) OBJECT (WAS|has been|is)? (issued|came|arrived|signed|here) (on)? (today|yesterday|over) END',
    ],
    means: (said) =>
      ofTask((number) => ({
        name: 'start-task',
        number,
        when: periodSaid(wordsOf(said.fixed))?.words ?? '',
      }))(said),
    asks: true,
  },
  {
    says: [
      'OPEN (SELF)? (am|will be|IS)? (on (annual|sick|my)? leave|away|off sick|off|out|sick|on a business trip|on holiday) DAYS stop? (and)? <substitute> (stands in|will stand in|is standing in|is my substitute|will replace me|replaces me|covers for me|will cover for me|covers) END',
    ],
    means: (said) => away(said, null),
  },
  {
    says: [
      'OPEN <who> (is|will be) (on (annual|sick)? leave|away|off sick|off|out|sick|on a business trip|on holiday) DAYS stop? (and)? <substitute> (stands in|will stand in|is standing in|is the substitute|will replace (him|her|them)|replaces (him|her|them)|covers) END',
    ],
    means: (said) => away(said, part(said, 'who')),
  },
  {
    says: [
      'OPEN (SELF)? (am|will be|IS)? (on (annual|sick|my)? leave|away|off sick|off|sick|on a business trip|on holiday) DAYS END',
    ],
    means: (said) => away(said, null),
    asks: true,
  },
  {
    says: [
      'OPEN <who> (is|will be) (on (annual|sick)? leave|away|off sick|off|sick|on a business trip|on holiday) DAYS END',
    ],
    means: (said) => away(said, part(said, 'who')),
    asks: true,
  },
  {
    says: [
      'OPEN (cancel|drop|call off|withdraw) my leave END',
      'OPEN SELF (am|are) not on leave (anymore|any more|any longer|after all) END',
      'OPEN SELF (am|are) no longer on leave END',
    ],
    means: () => ({ name: 'end-leave', who: null, days: '', back: '' }),
  },
  {
    says: [
      'OPEN (cancel|drop|call off|withdraw) the leave of <who>',
      'OPEN <who> is not on leave (anymore|any more|any longer|after all) END',
      'OPEN <who> is no longer on leave END',
    ],
    means: (said) =>
      isSomebody(said.parts.who) ? { name: 'end-leave', who: part(said, 'who'), days: '', back: '' } : null,
  },
  {
    says: [
      'OPEN (can you|could you)? invite <who> to (the|this)? (bot|office|group) Q',
      'OPEN (can i have|i need|send me|give me|make)? (an|the)? (invite|invitation) (link|code)? for <who>',
    ],
    means: (said) => (isSomebody(said.parts.who) ? { name: 'invite', who: part(said, 'who') } : null),
  },
  {
    says: [
      'OPEN (remind|message|notify) me (on|by|via|through|in) (zalo|telegram) (instead|from now on|only)* END',
      'OPEN (use|switch to|move to) (zalo|telegram) (for (my reminders|reminders|me))? (instead|from now on)* END',
    ],
    means: ({ fixed }) => ({
      name: 'channel',
      wanted: fixed.some(({ names }) => names.has('zalo')) ? 'zalo' : 'telegram',
    }),
  },
  {
    says: [
      'OPEN (give me|send me|i need|can i have|i want|what is)? (the|a|my)? (calendar (link|address)|(link|address) (for|to|of) (the|my)? (phone)? calendar) Q',
    ],
    means: () => ({ name: 'calendar', does: 'make' }),
  },
  {
    says: [
      'OPEN (show|show me|open|what are)? (the|my|our)? settings Q',
      'OPEN (change|set) the? (morning)? reminder (time|hour)? to clock END',
    ],
    means: () => ({ name: 'settings', words: '' }),
  },
  {
    says: ['OPEN (show|show me|give me)? (the|a)? (list of)? (all)? STAFF (list)? Q'],
    means: () => ({ name: 'members', does: 'list', unit: null }),
  },
  {
    says: ['OPEN who (is|works) in <unit>', 'OPEN (show|show me|list|list of)? (the)? STAFF (of|in) <unit>'],
    means: (said) =>
      isSomebody(said.parts.unit) ? { name: 'members', does: 'list', unit: part(said, 'unit') } : null,
  },
  {
    says: ['OPEN add <who> to <unit>'],
    means: (said) =>
      isSomebody(said.parts.who) && isSomebody(said.parts.unit)
        ? { name: 'members', does: 'add', words: `${part(said, 'who')}, ${part(said, 'unit')}` }
        : null,
    asks: true,
  },
  {
    says: ['OPEN remove <who> from (the|our) (office|STAFF|list|bot) END'],
    means: (said) =>
      isSomebody(said.parts.who) ? { name: 'members', does: 'remove', who: part(said, 'who') } : null,
    asks: true,
  },
  {
    says: [
      'OPEN what (DID|do|could) (you|the bot) not (understand|get) LATER* Q',
      'OPEN (show|show me) (the|all)? feedback Q',
    ],
    means: () => ({ name: 'feedback', does: 'list' }),
  },
  {
    says: [
      'OPEN (can you)? help (me|us)? (with this)? Q',
      'OPEN what can (you|the bot|this bot) do (for me)? Q',
      'OPEN how (do|can|should) (i|we) <words>',
      'OPEN how to <words>',
    ],
    means: () => ({ name: 'help' }),
  },
  {
    says: ['OPEN ok? (got it|understood|noted|great|perfect|will do|see you|you too) END', 'OPEN END'],
    means: () => ({ name: 'courtesy' }),
  },
];

function assignment(said: Said): Command | null {
  const whom = withoutEnd(said.parts.whom ?? []);
  if (!isSomebody(whom) || said.numbers.length === 0) return null;
  return {
    name: 'assign',
    numbers: said.numbers,
    leads: wordsOf(whom).replace(/^the /i, ''),
    supports: null,
  };
}

function away(said: Said, who: string | null): Command | null {
  const { substitute } = said.parts;
  if (substitute !== undefined && !isSomebody(substitute)) return null;
  if (who !== null && !isSomebody(said.parts.who)) return null;
  const from = said.fixed.findIndex(({ names }) => OF_DAYS.some((name) => names.has(name)));
  const to = said.fixed.findLastIndex(({ names }) => OF_DAYS.some((name) => names.has(name)));
  return {
    name: 'record-leave',
    who,
    days: wordsOf(said.fixed.slice(from, to + 1)),
    substitute: substitute === undefined ? null : wordsOf(substitute),
  };
}

const OF_DAYS =
  'from until till tomorrow today next this week month day stretch period monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  );
