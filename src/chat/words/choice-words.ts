import type { Line } from '../../services/ports/messenger.ts';
import { pressOf } from '../button-data.ts';
import type { Translate } from '../translate.ts';

export interface Offered {
  code: number;
  data: string;
  label: string;
}

/**
 * "Trả lời 1 để báo xong #12, 2 để xin gia hạn #12." where every choice is about a task, so that nobody takes the number
 * for a task's; otherwise "Trả lời 1: Đồng ý · 2: Hủy".
 */
export function choiceLine(offered: Offered[], t: Translate): Line {
  const inOrder = offered.toSorted((one, other) => one.code - other.code);
  const sayings = inOrder.map((choice) => sayingOf(choice, t));
  if (sayings.every((saying) => saying !== null)) {
    return { text: t('choice.sentence', { choices: sayings.join(', ') }) };
  }
  const labels = inOrder.map(({ code, label }) => t('choice.label', { code, label }));
  return { text: t('choice.list', { choices: labels.join(' · ') }) };
}

function sayingOf({ code, data, label }: Offered, t: Translate): string | null {
  const pressed = pressOf(data);
  if (pressed?.press === 'undo') return t('choice.undo', { code });
  if (pressed?.press === 'done') {
    const { number, isOfOneDate } = pressed;
    // A label that says which of the task's dates is meant is told as it is.
    const saysDate = isOfOneDate && label !== t('notice.doneButton', { number });
    return saysDate ? null : t('choice.done', { code, number });
  }
  if (pressed?.press === 'add') return t('choice.add', { code, number: pressed.number });
  return pressed?.press === 'extend' ? t('choice.extend', { code, number: pressed.number }) : null;
}
