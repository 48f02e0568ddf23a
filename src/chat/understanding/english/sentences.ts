/** What people say in English, by act. What stands in none of these sentences is asked about. */
import { periodSaid } from '../../../domain/period-asked.ts';
import type { ReportFormat } from '../../../services/ports/report-writer.ts';
import type { Command } from '../../command.ts';
import type { Setting } from '../reading.ts';
import type { Said } from './saying.ts';
import { type Thing, wordsOf } from './things.ts';

/** Parts that many sentences share. */
export const PARTS: Readonly<Record<string, string>> = {
  OPEN: '((please|pls|plz|hi|hello|hey|dear|bot|yes|ok|okay|sir|madam|boss|well|good (morning|afternoon|evening)) stop*)*',
  END: '(please|pls|plz|thanks|thx|tks|thank you (very much|so much|all)?|bot|sir|boss|stop|face)*',
  /** Around a report: who begs for something or says "ok" before it may not tell that it is done. */
  GREET: '(((hi|hello|hey|dear|yes|good (morning|afternoon|evening)) (bot|sir|madam|boss|all)?) stop*)*',
  CLOSE: '(thanks|thx|tks|thank you (very|so)? much?|bot|sir|boss|stop|face)*',
  Q: '(asks|please|pls|stop)*',
  SELF: '(i|we|((my|our) (unit|team|office|department)))',
  OBJECT: '(number|(the|my|our)? marked|both several)',

  PAPER: '((the|my|our|this)? report)',
  IS: '(is|are)',
  WAS: '(was|were)',
  BEEN: '((has|have) been)',
  DID: '((ready and)? (done|finished|completed|complete|handed in|turned in))',
  VERB: '(did|finished|completed|handed in|turned in)',
  /** To whom and what for, nobody knows: it may come back. */
  SENT: '(submitted|sent|delivered)',
  DOING: '(do|finish|complete|submit|send|hand in|start)',
  SO_FAR: '(already|now|just|all)*',
  WEEKDAY: '(monday|tuesday|wednesday|thursday|friday|saturday|sunday)',
  SPAN: '(week|month|quarter|year)',
  PART_OF_DAY: '(morning|afternoon|evening|noon|night)',
  PAST: '(yesterday PART_OF_DAY?|this morning|just now|on? over|last (night|week|month|WEEKDAY))',
  LATELY: '(PAST|on? WEEKDAY PART_OF_DAY?|this (afternoon|week)|today|at clock)',
  RECEIVER:
    '(to the? (province|city|district|ward|commune|committee|department|police|leader|leaders|chairman|boss|office|clerk|system))',
  LATER:
    '(tomorrow PART_OF_DAY?|tonight|today|this (PART_OF_DAY|SPAN)|(next|this|coming)? WEEKDAY PART_OF_DAY?|next SPAN|the? rest of the? (week|month)|day|period|stretch|hours|clock|PART_OF_DAY)',
  WHEN: '((in|for|until|till|at|on|by|from|before|to|and|the|end|of)* LATER)+',
  /** The same where it says how long something lasts. */
  DAYS: '((in|for|until|till|on|by|from|to)* LATER)+',
  BECAUSE: '(because of?|since|as|due to)',
  ALMOST:
    '(almost|nearly|mostly|partly|partially|half|halfway|about|roughly|around|at|only|now|currently|over)*',
  SOME: '((about|over|only)? (part|half|most|some|two thirds|one third|the first (part|half|draft|section|step)|first (part|half|draft)|the (first|second|draft|annex)? (draft|part|half|annex)))',
  STUCK: '(stuck|blocked|held up|on hold|delayed|stalled)',
  A_REMINDER: '(reminding me|reminders|the reminders|my reminders|notifications)',
  ABOUT: '(of|about|for|on|with)',
  MINE: '(the|my|our|all|of|list)*',
  STAFF: '(staff|members|people|officers|colleagues|employees)',
  EXTENSION: '((the|an|my|any)? (extension|extra time|more time))',
  LATE: '(late|overdue|behind|delayed)',
  /** What is said of evidence that came with it. */
  PROOF: '((the|here|is|see)* proof (no|number|stop|below|here|attached)*)',
  NOTICE: '((reporting|reported|marked|sent)? (by mistake|wrongly|in error))',
};

interface Meaning {
  says: readonly string[];
  means: (said: Said, setting: Setting) => Command | null;
  /** It may as well be meant otherwise, or says more than is done. */
  asks?: true;
}

const ofTask =
  (make: (number: number) => Command) =>
  ({ numbers }: Said) => {
    const [number, ...more] = numbers;
    return number === undefined || more.length > 0 ? null : make(number);
  };
const ofTasks =
  (make: (numbers: number[]) => Command) =>
  ({ numbers }: Said) =>
    make(numbers);
const part = ({ parts }: Said, name: string) => wordsOf(parts[name] ?? []);

export const MEANINGS: readonly Meaning[] = [
  {
    says: [
      'GREET i? have? SO_FAR VERB OBJECT RECEIVER? LATELY* already? PROOF? CLOSE',
      'GREET SELF have SO_FAR VERB OBJECT RECEIVER? LATELY* already? PROOF? CLOSE',
      'GREET SELF SO_FAR VERB OBJECT RECEIVER? LATELY+ already? PROOF? CLOSE',
      'GREET (SELF (am|are)|am|are)? SO_FAR (done|finished) with OBJECT (PAST|today)* already? PROOF? CLOSE',
      'GREET OBJECT (IS|BEEN) SO_FAR DID RECEIVER? PAST* already? PROOF? CLOSE',
      'GREET OBJECT (WAS|BEEN) SO_FAR DID RECEIVER? LATELY* already? PROOF? CLOSE',
      'GREET OBJECT SO_FAR DID RECEIVER? PAST* already? PROOF? CLOSE',
      'GREET (done|completed) OBJECT RECEIVER? PAST* already? PROOF? CLOSE',
      'OPEN (mark|tick|record|report) OBJECT (off|as)? (done|finished|completed) PROOF? CLOSE',
      'OPEN tick off OBJECT CLOSE',
      'GREET SELF? have? SO_FAR (handed in|finished|completed) PAPER (for|of|on) OBJECT RECEIVER? LATELY* already? PROOF? CLOSE',
      'GREET PAPER (for|of|on) OBJECT (WAS|IS|BEEN) SO_FAR DID RECEIVER? LATELY* already? PROOF? CLOSE',
    ],
    means: ({ numbers }, { evidence }) => ({
      name: 'report',
      numbers,
      words: '',
      month: null,
      evidence,
      explicit: true,
    }),
  },
  {
    says: [
      'GREET PAPER (number|marked) (WAS|IS|BEEN) SO_FAR (DID|SENT) RECEIVER? LATELY* already? PROOF? CLOSE',
      'GREET SELF? have? SO_FAR (SENT|VERB) OBJECT RECEIVER? LATELY* already? PROOF? CLOSE',
      'GREET SELF? have? SO_FAR SENT PAPER (for|of|on) OBJECT RECEIVER? LATELY* already? PROOF? CLOSE',
      'GREET OBJECT (WAS|IS|BEEN)? SO_FAR (ready and)? SENT RECEIVER? LATELY* already? PROOF? CLOSE',
      'GREET PAPER (for|of|on) OBJECT (WAS|IS|BEEN) SO_FAR SENT RECEIVER? LATELY* already? PROOF? CLOSE',
      '(ok|okay|please|thanks) (done|finished|completed) OBJECT END',
    ],
    means: ({ numbers }, { evidence }) => ({
      name: 'report',
      numbers,
      words: '',
      month: null,
      evidence,
      explicit: true,
    }),
    asks: true,
  },
  {
    says: [
      'OPEN (IS|WAS|has|have) OBJECT (been|already|all)* (DID|SENT) (yet|already|now)* Q',
      'OPEN (have|did|are|were|do) (you|we|they|i) (DOING|(VERB|SENT)|done with) OBJECT (yet|already)* Q',
      'OPEN who (is|WAS|has|have)? (doing|does|(VERB|SENT)|working on|doing it|leading|in charge of|responsible for|has) OBJECT Q',
      'OPEN who (is|are) (in charge of|responsible for|working on|doing|leading) OBJECT Q',
      'OPEN when (is|WAS|are|were) OBJECT (due|(DID|SENT)|submitted) Q',
      'OPEN (can|could)? (you|i)? (show|see|open|view) (me|us)? OBJECT END',
      'OPEN (what is|show|show me|tell me)? (the)? (status|state|deadline|due date|details|progress) (of|for) OBJECT Q',
      'OPEN what is OBJECT ABOUT? Q',
      'OPEN (tell|show) me (all|more|everything)? ABOUT OBJECT Q',
      'OPEN (can|could) you tell me (all|more|everything) ABOUT OBJECT Q',
      'OPEN how (is|far is|ABOUT) OBJECT (going|doing|now)? Q',
      'OPEN why (is|WAS|are) OBJECT (still|so)? (LATE|overdue|not (DID|SENT)|delayed) (yet)? Q',
      'OPEN OBJECT (IS|BEEN|WAS)? (DID|SENT) asks Q',
      'OPEN check (if|whether) OBJECT (IS|WAS|BEEN) (DID|SENT) Q',
    ],
    means: ofTask((number) => ({ name: 'task', number })),
  },
  {
    says: [
      'OPEN sorry? OBJECT (IS|WAS|has|have) (still)? not (been|yet|all|completely|quite|really)* ((DID|SENT)|started|ready) (yet|today)* END',
      'OPEN sorry? OBJECT (is|are)? (still)? not ((DID|SENT)|yet|started|ready) (yet)? END',
      'OPEN sorry? SELF? (have|did|could|am|are|can) (still)? not (yet|been able to)* (DOING|(VERB|SENT)|(DID|SENT)|done|started|done with|finished with) OBJECT (yet|today)* sorry? END',
      'OPEN sorry? (not|never) (done|finished|started) (with)? OBJECT yet? END',
      'OPEN OBJECT (has|have) yet to be (DID|SENT) END',
      'OPEN sorry? OBJECT will (not)? be (DID|SENT) (in time|on time|WHEN)* END',
      'OPEN OBJECT (can|may) be (DID|SENT) WHEN END',
      'OPEN sorry? SELF? (will|can|could|shall) (try to|be able to|have to)? (DOING|have) OBJECT ((DID|SENT))? WHEN? END',
      'OPEN SELF? (am|are)? (going to|about to|planning to|plan to|trying to|try to|hope to|want to|hoping to) (DOING|get) OBJECT ((DID|SENT))? soon? WHEN? END',
      'OPEN OBJECT (is|are|needs|need|has|have|must|should)? to? be (DID|SENT) WHEN END',
      'OPEN (done|finished) with OBJECT LATER END',
      'OPEN (nobody|no one) (has)? (VERB|SENT) OBJECT (yet)? END',
      'OPEN OBJECT (is|are) far from (DID|SENT) END',
      'OPEN SELF? (do not think|doubt|am not sure|not sure) (that|if)? OBJECT (IS|BEEN|WAS) (DID|SENT) END',
      'OPEN it is not true that OBJECT (IS|WAS|BEEN) (DID|SENT) END',
      'OPEN (hope|SELF hope|hopefully) OBJECT will? be (DID|SENT) (soon|WHEN) END',
      'OPEN hopefully OBJECT (IS|will be) (DID|SENT) (soon|WHEN)* END',
      'OPEN SELF never (VERB|SENT) OBJECT (in the end)? END',
      'OPEN never (VERB|SENT) OBJECT (in the end)? END',
    ],
    means: ofTasks((numbers) => ({ name: 'not-done', numbers })),
  },
  {
    says: [
      'OPEN OBJECT (IS|WAS)? ALMOST percent ((DID|SENT)|ready)? (now|so far)* END',
      'OPEN SELF (have|am|are|did)? ALMOST (done|finished|completed)? percent (of|with) OBJECT (done)? END',
    ],
    means: ({ numbers, percent }) =>
      percent === null || percent >= 100 ? null : { name: 'partial', numbers, percent },
  },
  {
    says: [
      'OPEN OBJECT (IS|WAS)? (ALMOST|still)* (half|halfway|almost|nearly|mostly|partly|partially|(about|roughly)? (two thirds|one third|half)) (DID|ready|there|through)? END',
      'OPEN (SELF (am|are))? still? (halfway through|half done with|working on|busy with) OBJECT (right now|now|at the moment)? END',
      'OPEN OBJECT (is|are) (still)? (in progress|ongoing|under way|being (done|prepared|written)) END',
      'OPEN (SOME|only SOME) of OBJECT (IS|WAS|BEEN) DID END',
      'OPEN (SOME|only part number) of OBJECT (IS|WAS|BEEN) DID END',
      'OPEN (done|finished) with SOME of OBJECT END',
      'OPEN SELF (have)? (done|finished) SOME of OBJECT END',
      'OPEN first draft of OBJECT (IS)? DID END',
    ],
    means: ofTasks((numbers) => ({ name: 'partial', numbers, percent: null })),
  },
  {
    says: [
      'OPEN OBJECT (IS|WAS|BEEN)? (ALMOST)? DID (except|but|apart from|only|without) <rest>',
      'OPEN (SELF (am|are))? (done|finished) with OBJECT (except|but|apart from) <rest>',
      'OPEN OBJECT (is|are) (in progress|mostly DID|almost DID|half DID|ongoing) <rest>',
    ],
    means: ofTasks((numbers) => ({ name: 'partial', numbers, percent: null })),
    asks: true,
  },
  {
    says: [
      'OPEN OBJECT (IS|BEEN) (still)? STUCK END',
      'OPEN OBJECT (IS|BEEN) (still)? STUCK (BECAUSE of?|due to|by|with|at|for|since|waiting for|we|no) <why>',
      'OPEN OBJECT (IS|BEEN) (still)? (waiting for|waiting on) <why>',
      'OPEN (SELF (am|are))? (STUCK|blocked) (on|with) OBJECT END',
      'OPEN (SELF (am|are))? (STUCK|blocked) (on|with) OBJECT (BECAUSE of?|due to|no|we) <why>',
      'OPEN (SELF (have|has))? a? (problem|problems|trouble|difficulty|difficulties|obstacle) with OBJECT <why>',
      'OPEN SELF? can not (do|finish|continue|complete|go on with) OBJECT (BECAUSE of?|no|we|as|since|without) <why>',
      'OPEN OBJECT can not (go on|be done|continue|be finished|be completed) (BECAUSE of?|no|we|as|since|without) <why>',
    ],
    means: (said) => (mayBe(said, 'why') ? null : { name: 'obstacle', numbers: said.numbers }),
  },
  {
    says: [
      'OPEN OBJECT (IS|WAS|BEEN) LATE (BECAUSE of?|due to|since) <why>',
      'OPEN the (reason|delay) (why|on|of|for|with) OBJECT (IS|WAS)? LATE? is <why>',
      'OPEN explain OBJECT BECAUSE of? <why>',
    ],
    means: (said) => (mayBe(said, 'why') ? null : { name: 'explain', numbers: said.numbers }),
  },
  {
    says: [
      'OPEN (ask|request) (them)? (for)? (why|an explanation) (for|of|on)? OBJECT (is LATE)? END',
      'OPEN ask why OBJECT is LATE END',
    ],
    means: ofTasks((numbers) => ({ name: 'explain', numbers, asks: true })),
  },
  {
    says: [
      'OPEN (withdraw|retract|cancel|take back) (the|my)? report (on|of|for|ABOUT) OBJECT END',
      'OPEN withdraw OBJECT END',
    ],
    means: ofTasks((numbers) => ({ name: 'withdraw', numbers })),
  },
  {
    says: [
      'OPEN (my mistake|sorry|oops|wrong one|i was wrong)* OBJECT (IS|WAS) not (actually|really)? DID (yet)? END',
      'OPEN OBJECT (IS|WAS) not (actually|really)? DID (yet)? (i|we)? NOTICE END',
      'OPEN OBJECT (IS|WAS) not (actually|really)? DID (i|we)? (reported it)? NOTICE END',
      'OPEN (SELF)? reported OBJECT NOTICE END',
    ],
    means: ofTasks((numbers) => ({ name: 'withdraw', numbers })),
    asks: true,
  },
  {
    says: [
      'OPEN oops? (undo|revert) (that|it|this|what i DID)? (the)? (last (one|thing|message))? END',
      'OPEN oops (undo|revert|take) (that|it) back? END',
      'OPEN take (that|it) back END',
    ],
    means: () => ({ name: 'undo' }),
  },
  {
    says: ['OPEN wrong one END', 'OPEN oops END', 'OPEN (sorry)? (my)? mistake END'],
    means: () => ({ name: 'undo' }),
    asks: true,
  },
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
      'OPEN what (is|are|tasks are) (LATE|overdue) in <unit>',
      'OPEN anything (LATE|overdue) in <unit>',
    ],
    means: () => ({ name: 'overdue' }),
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

/** Of what was left open: words that may make something else of it. */
function mayBe(said: Said, name: string): boolean {
  return (said.parts[name] ?? []).some(({ names }) => DOUBTS.some((doubt) => names.has(doubt)));
}

const DOUBTS = 'asks if unless maybe perhaps whether when why who whom what how which where'.split(' ');

/** A name or a unit: few words, none of which says more of it. */
function isSomebody(things: readonly Thing[] = []): boolean {
  const named = withoutEnd(things);
  return (
    named.length > 0 &&
    named.length <= LONGEST_NAME &&
    !named.some(
      ({ names, numbers, percent }) =>
        numbers.length > 0 || percent !== null || NOBODY.some((word) => names.has(word)),
    )
  );
}

const LONGEST_NAME = 6;
const NOBODY =
  'i me you he she him her it we us they them someone who whom whoever what why when if not no yet asks stop will would should can could may might must do does did done is are was were have has be been because but or tomorrow today yesterday day clock stretch figure zalo telegram somebody someone anybody anyone nobody everybody please thanks'.split(
    ' ',
  );

function withoutEnd(things: readonly Thing[]): readonly Thing[] {
  const end = things.findLastIndex(
    ({ names }) => !['please', 'pls', 'thanks', 'stop', 'face', 'asks'].some((word) => names.has(word)),
  );
  return things.slice(0, end + 1);
}

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

/** "Until 20/12 because we wait for the data": when and why, however much of it has been said. */
function untilAndWhy(said: Said): { until: string; reason: string } {
  const asked = said.parts.until ?? said.fixed.filter(({ names }) => names.has('stretch'));
  const why = asked.findIndex(({ names }) => names.has('because') || names.has('since'));
  const until = wordsOf(why < 0 ? asked : asked.slice(0, why)).replace(/[?.!]+$/, '');
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

function whenIn(fixed: readonly Thing[]): { when?: string } {
  const when = periodSaid(wordsOf(fixed))?.words;
  return when === undefined ? {} : { when };
}

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
