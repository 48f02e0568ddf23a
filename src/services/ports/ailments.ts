/**
 * What can be wrong with the service, each in one word.
 *
 * late: something owed has waited too long. untold: a reminder that was due was never planned or never sent. silent: a
 * platform does not answer, or nobody listens to it. refused: its token is. session: its sign-in is over. quota: its plan's
 * messages are used up. ousted: its account was opened elsewhere. disk: full, or nearly. database: it cannot be written.
 * redis: it takes no jobs. calendar: the days off of a year that is needed are not known.
 */
export type AilmentKind =
  | 'late'
  | 'untold'
  | 'silent'
  | 'refused'
  | 'session'
  | 'quota'
  | 'ousted'
  | 'disk'
  | 'database'
  | 'redis'
  | 'calendar';

export interface Ailment {
  kind: AilmentKind;
  /** Which: a platform, the id of an office, a year; empty where there can be one only. */
  subject: string;
  /** One sentence for whoever looks after the service; no secrets, no names of people. */
  words: string;
}

export interface KnownAilment extends Ailment {
  since: Date;
  /** The notices by which clerks were told of it. */
  notices: number[];
}

/** What nobody has seen for so long is over: whatever comes and goes within that time is one ailment. */
export const OVER_AFTER_MS = 3 * 60_000;

/** What is wrong now, as any of the processes sees it. */
export interface Ailments {
  /** Somebody sees it, at that time. It lasts since it was first seen. */
  see(ailment: Ailment, at: Date): Promise<void>;
  /** A new one, whatever was known of its like. */
  begin(ailment: Ailment, at: Date): Promise<KnownAilment>;
  /** What was seen within {@link OVER_AFTER_MS}. */
  present(): Promise<KnownAilment[]>;
  /** What is not seen any more is over from now on. */
  end(at: Date): Promise<void>;
  /** What is over and not yet put away. */
  over(): Promise<KnownAilment[]>;
  /** Clerks have been told of it by these notices, besides those of before. */
  told(ailment: KnownAilment, notices: number[]): Promise<void>;
  /** The clerks whom these notices had told know that it is over; it is put away once all do. */
  toldOver(ailment: KnownAilment, notices: number[]): Promise<void>;
}
