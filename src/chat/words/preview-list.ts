import type { Translate } from '../translate.ts';

/** How many names or rows a preview shows before it only counts. */
export const SHOWN = 8;

export function listed(lines: string[], t: Translate): string[] {
  const more = lines.length > SHOWN ? [t('import.more', { count: lines.length - SHOWN })] : [];
  return [...lines.slice(0, SHOWN), ...more];
}
