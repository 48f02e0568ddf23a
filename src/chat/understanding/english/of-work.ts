/** How work stands: done, not done, in part, hindered, late; and what was said by mistake. */
import { type Meaning, mayBe, ofTask, ofTasks } from './meaning.ts';

const reportOf: Meaning['means'] = ({ numbers }, { evidence }) => ({
  name: 'report',
  numbers,
  words: '',
  month: null,
  evidence,
  explicit: true,
});

export const WORK: readonly Meaning[] = [
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
    means: reportOf,
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
    means: reportOf,
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
      'OPEN OBJECT (IS|BEEN) (now)? (no longer|not) STUCK (anymore|any more|any longer|now)? END',
      'OPEN OBJECT (IS|BEEN) (now)? (unblocked|unstuck) (now)? END',
      'OPEN (SELF (am|are))? no longer STUCK (on|with) OBJECT END',
      'OPEN ((the|my|our)? (obstacle|problem|problems|difficulty|difficulties) (of|for|on|with) OBJECT (IS|BEEN|WAS)? (now|already)? (gone|solved|resolved|removed|cleared|over)) END',
      'OPEN OBJECT has no (obstacle|obstacles) (anymore|any more|any longer) END',
    ],
    means: ofTasks((numbers) => ({ name: 'clear-obstacle', numbers })),
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
];
