/** What is asked of others: more time, acceptance, another unit, reminders. */
import { isSomebody, type Meaning, mayBe, ofTask, ofTasks, part } from './meaning.ts';
import type { Said } from './saying.ts';
import { wordsOf } from './things.ts';

export const REQUESTS: readonly Meaning[] = [
  {
    says: ['(ok|okay|yes|agreed|approved) extend OBJECT END'],
    means: ofTask((task) => ({ name: 'decide-extension', grants: true, of: { task }, orAsks: true })),
  },
  {
    says: [
      'OPEN (can|could|may) (i|we) (have|get) (a bit|some)? (EXTENSION|stretch) (for|on|of|with) OBJECT Q',
      'OPEN (extend|postpone|delay) OBJECT END',
      'OPEN (extend|postpone|move|push) (the deadline of|the deadline for|the due date of)? OBJECT (back)? (to|until|till|by|for) <until> BECAUSE <reason>',
      'OPEN (extend|postpone|move) OBJECT (to|until|till|by) <until>',
      'OPEN (can|could|may) (i|we|you) (please)? (extend|postpone|move|push|delay) (the deadline of|the deadline for|the due date of)? OBJECT (back)? (to|until|till|by) <until>',
      'OPEN (can|could) OBJECT be (extended|moved|postponed|pushed) (back)? (to|until|till|by) <until>',
      'OPEN SELF? (need|want|would like) (EXTENSION|stretch) (for|on|of) OBJECT Q',
      'OPEN (SELF (would like|want|need) to)? (ask for|request) EXTENSION (of|for|on) OBJECT (to|until|till|by) <until>',
      'OPEN (SELF (would like|want|need) to)? (ask for|request) EXTENSION (of|for|on) OBJECT END',
      'OPEN (give|grant) (me|us) stretch (for|on) OBJECT Q',
    ],
    means: (said) => ofTask((number) => ({ name: 'ask-extension', number, ...untilAndWhy(said) }))(said),
  },
  {
    says: [
      'OPEN (there is|i have|we have)? no need (for EXTENSION|to extend) (on|of|for)? OBJECT (anymore|any more|now)? END',
      'OPEN SELF do not need EXTENSION (for|on|of) OBJECT (anymore|any more|now)? END',
      'OPEN (withdraw|cancel) (the|my)? request (for EXTENSION)? (for|on|of) OBJECT END',
    ],
    means: ofTasks((numbers) => ({ name: 'withdraw-extension', numbers })),
  },
  {
    says: [
      'OPEN (i|we)? (approve|grant|accept|agree to|agree with|allow) EXTENSION (for|of|on) OBJECT END',
      'OPEN (EXTENSION) (for|of|on) OBJECT (is)? (approved|granted|accepted|ok|agreed) END',
    ],
    means: ofTask((task) => ({ name: 'decide-extension', grants: true, of: { task } })),
  },
  {
    says: [
      'OPEN (i|we)? (refuse|reject|decline|deny) EXTENSION (for|of|on) OBJECT END',
      'OPEN no EXTENSION (for|of|on) OBJECT END',
      'OPEN EXTENSION (for|of|on) OBJECT (is)? (refused|rejected|denied|declined) END',
    ],
    means: ofTask((task) => ({ name: 'decide-extension', grants: false, of: { task } })),
  },
  {
    says: [
      'OPEN ((looks|very)? good|fine)? stop? (accept|approve) (PAPER (on|for|of))? OBJECT END',
      'OPEN OBJECT (is|are)? (fine|good|ok|very good)? (accepted|approved) END',
    ],
    means: ofTasks((numbers) => ({ name: 'review', accepts: true, of: { numbers }, reason: null })),
  },
  {
    says: [
      'OPEN (return|reject|send back) (PAPER (on|for|of))? OBJECT END',
      'OPEN (return|reject|send back) (PAPER (on|for|of))? OBJECT (BECAUSE of?|please|pls)? <reason>',
      'OPEN (return|send) OBJECT back END',
      'OPEN (return|send) OBJECT back (BECAUSE of?|please)? <reason>',
    ],
    means: (said) =>
      mayBe(said, 'reason')
        ? null
        : {
            name: 'review',
            accepts: false,
            of: { numbers: said.numbers },
            reason: part(said, 'reason') || null,
          },
  },
  {
    says: [
      'OPEN (what|anything|something|which reports|which ones|are there reports|is there anything) (is|are)? (still)? (waiting|pending) (for)? (me|my approval|my review|approval|review)? (to (approve|accept|review))? Q',
      'OPEN (which|what) (reports|report)? (do|should) i (need|have)? to? (accept|approve|review) Q',
      'OPEN (show me|list)? (the)? (reports|pending reports) (to|i should|waiting to be|waiting for)? (me|my)? (approve|accept|review|accepted|approved|approval)? Q',
    ],
    means: () => ({ name: 'to-review' }),
  },
  {
    says: ['OPEN OBJECT is not (ours|mine|(our|my) (task|job|work|responsibility)) END'],
    means: ofTasks((numbers) => ({ name: 'pass-on', numbers, to: null })),
  },
  {
    says: [
      'OPEN OBJECT is not (ours|mine|(our|my) (task|job|work|responsibility)) stop? (it|this|that)? (belongs to|is for|should go to|give it to|goes to|pass it to) <to>',
      'OPEN (pass|hand|forward|transfer) (on|over)? OBJECT (on|over)? to <to>',
      'OPEN OBJECT (belongs|should go) to <to>',
    ],
    means: (said) =>
      isSomebody(said.parts.to) ? { name: 'pass-on', numbers: said.numbers, to: part(said, 'to') } : null,
  },
  {
    says: [
      'OPEN (we|((our|my) (unit|team|office|department))) (will|can)? (take|take over|accept) OBJECT (over)? END',
    ],
    means: ofTask((task) => ({ name: 'decide-transfer', takes: true, of: { task } })),
  },
  {
    says: [
      'OPEN (we|((our|my) (unit|team|office|department))) (do|does|can|will) not (take|take over|accept) OBJECT (over)? END',
    ],
    means: ofTask((task) => ({ name: 'decide-transfer', takes: false, of: { task } })),
  },
  {
    says: [
      'OPEN (can you|could you)? (remind|ping|ask|tell) (me|us) again? (ABOUT OBJECT)? again? WHEN END asks?',
      'OPEN (remind|ping|ask|tell) (me|us) WHEN (ABOUT OBJECT) END',
      'OPEN WHEN (remind|ping) (me|us) (ABOUT OBJECT)? END',
      'OPEN snooze (OBJECT|reminders|all)? WHEN END',
      'OPEN (stop|pause|mute|no) (more)? A_REMINDER (ABOUT OBJECT)? WHEN END',
      'OPEN (stop|pause|mute) A_REMINDER WHEN (ABOUT OBJECT)? END',
      'OPEN do not (remind|ping|message) me (ABOUT OBJECT)? WHEN END',
    ],
    means: (said) => ({ name: 'snooze', numbers: said.numbers, when: momentOf(said) }),
  },
  {
    says: [
      'OPEN (remind me)? (again)? LATER END',
      'OPEN (remind me)? not now END',
      'OPEN remind me (ABOUT OBJECT)? (again)? (LATER)? END',
      'OPEN (stop|pause|mute) A_REMINDER (ABOUT OBJECT)? END',
      'OPEN snooze OBJECT? END',
    ],
    means: ofTasks((numbers) => ({ name: 'snooze', numbers, when: '' })),
  },
  {
    says: [
      'OPEN (you can)? (start|resume|continue|restart) A_REMINDER (again)? (ABOUT OBJECT)? (again|now|as before)? END',
      'OPEN turn A_REMINDER (ABOUT OBJECT)? (back)? on (again|ABOUT OBJECT)* END',
      'OPEN turn (back)? on A_REMINDER (ABOUT OBJECT)? (again)? END',
      'OPEN remind me (ABOUT OBJECT)? (as before|as usual|normally) END',
    ],
    means: ofTasks((numbers) => ({ name: 'resume', numbers })),
  },
  {
    says: ['OPEN cancel (the|my)? reminder (for|of|ABOUT|on) OBJECT END'],
    means: ofTasks((numbers) => ({ name: 'call-off', numbers, when: '' })),
  },
  {
    says: ['OPEN (chase|press|nudge|urge|push) OBJECT END'],
    means: ofTasks((numbers) => ({ name: 'press', numbers })),
  },
  {
    says: [
      'OPEN (chase|press|nudge|urge|push|remind|ask) <whom> (ABOUT|for|on|with|where) OBJECT (is)? Q',
      'OPEN (tell|ask|remind) <whom> to (hurry up with|hurry with|finish|do|send|report) OBJECT (soon|now|today)? Q',
      'OPEN get OBJECT DID END',
      '(please|pls) (finish|do|complete) OBJECT (soon|now|today|WHEN)? END',
      'OPEN make sure OBJECT (is|are|gets) DID (WHEN)? END',
    ],
    means: ofTasks((numbers) => ({ name: 'press', numbers })),
    asks: true,
  },
];

/** "Until 20/12 because we wait for the data": when and why, however much of it has been said. */
function untilAndWhy(said: Said): { until: string; reason: string } {
  const asked = said.parts.until ?? said.fixed.filter(({ names }) => names.has('stretch'));
  const why = asked.findIndex(({ names }) => names.has('because') || names.has('since'));
  const until = wordsOf(why < 0 ? asked : asked.slice(0, why)).replace(/(?<![?.!])[?.!]+$/, '');
  const reason = said.parts.reason ?? (why < 0 ? [] : asked.slice(why + 1));
  return { until, reason: wordsOf(reason) };
}

const OF_A_MOMENT =
  /^(?:tomorrow|tonight|today|next|this|coming|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|quarter|year|morning|afternoon|evening|noon|night)$/;

/** The words that say when: "tomorrow", "15:00 Friday". */
function momentOf({ fixed }: Said): string {
  const moment = fixed.filter(({ names }) =>
    [...names].some((name) => OF_A_MOMENT.test(name) || /^(?:day|period|stretch|clock|hours)$/.test(name)),
  );
  return wordsOf(moment);
}
