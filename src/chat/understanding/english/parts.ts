/** Parts that many English sentences share. */
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
