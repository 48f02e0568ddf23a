import { isSameName, isSimilarName, proposedCode } from '../../domain/office-name.ts';
import type { Roster } from '../ports/documents.ts';
import type { Organization } from '../ports/offices.ts';

/** Whose roster it is. An office is never found by a name that only resembles its own: people would retire by it. */
export type WhichOffice =
  | { kind: 'known'; office: Organization }
  | { kind: 'new'; code: string }
  /** Somebody has to say which, of these. */
  | { kind: 'unclear'; why: Unclear; offices: Organization[] };

export type Unclear =
  /** Names like the one in the file. */
  | 'similar'
  /** Several of that very name. */
  | 'several'
  /** The code is one office's, and the name another's; or the code is nobody's, and the name an office's. */
  | 'contradictory'
  /** It was to be a new one, and the code is taken. */
  | 'taken';

/** Sent by somebody of the office: a name that only resembles its own is shown to them before anything happens. */
export function mayBeOf({ name, code }: Roster['office'], office: Organization): boolean {
  return code === undefined ? isSimilarName(office.name, name) : code === office.code;
}

/** @param isNew somebody has said that it is an office of its own, whatever it is called */
export function whichOffice(
  { name, code }: Roster['office'],
  offices: Organization[],
  { isNew = false }: { isNew?: boolean } = {},
): WhichOffice {
  const coded = offices.find((office) => office.code === code);
  const named = offices.filter((office) => isSameName(office.name, name));
  const codes = offices.map((office) => office.code);
  if (isNew) {
    return coded
      ? { kind: 'unclear', why: 'taken', offices: [coded] }
      : { kind: 'new', code: code ?? proposedCode(name, codes) };
  }
  if (code !== undefined && named.length > 0 && !named.some((office) => office === coded)) {
    return { kind: 'unclear', why: 'contradictory', offices: named };
  }
  if (coded) return { kind: 'known', office: coded };
  const [office, another] = named;
  if (office && another) return { kind: 'unclear', why: 'several', offices: named };
  if (office) return { kind: 'known', office };
  const similar = offices.filter((one) => isSimilarName(one.name, name));
  if (similar.length > 0) return { kind: 'unclear', why: 'similar', offices: similar };
  return { kind: 'new', code: code ?? proposedCode(name, codes) };
}
