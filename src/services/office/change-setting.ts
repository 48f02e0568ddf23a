import type { Member } from '../../domain/member.ts';
import {
  type DayRefusal,
  dayRefused,
  hoursCross,
  type OfficeSettings,
  type SettingName,
} from '../../domain/office-settings.ts';
import { may } from '../../domain/permissions.ts';
import { sameValue } from '../../domain/same-value.ts';
import type { Store } from '../ports/store.ts';
import { defaultRules } from './office-rules.ts';
import { recordChange } from './record-change.ts';

export interface SettingRequest {
  organizationId: number;
  /** Null: the shell. */
  by: Member | null;
  setting: SettingName;
  /** Undefined: as everywhere. */
  value: OfficeSettings[SettingName];
  updateId: number | null;
  at: Date;
}

export type SettingOutcome =
  | { kind: 'changed' | 'same'; settings: OfficeSettings }
  | { kind: 'not-allowed' }
  | { kind: 'hours-cross' }
  | { kind: 'day-refused'; refusal: DayRefusal };

/** An office decides something for itself, from now on; what has been sent stays sent. */
export async function changeSetting(
  store: Store,
  { organizationId, by, setting, value, updateId, at }: SettingRequest,
): Promise<SettingOutcome> {
  if (by !== null && !may(by, 'settings')) return { kind: 'not-allowed' };
  await store.offices.lock(organizationId);
  const { settings: before } = await store.offices.byId(organizationId);
  if (sameValue(before[setting], value)) return { kind: 'same', settings: before };
  const after: OfficeSettings = { ...before, [setting]: value };
  if (hoursCross(defaultRules, after)) return { kind: 'hours-cross' };
  const refusal = dayRefused(defaultRules, before, after);
  if (refusal !== null) return { kind: 'day-refused', refusal };
  await store.offices.setSettings(organizationId, after);
  const author = { organizationId, memberId: by?.id ?? null, updateId, at };
  await recordChange(
    store,
    author,
    { kind: 'change-setting', setting, before, after },
    {
      subject: `organization:${organizationId}`,
      before: { [setting]: before[setting] ?? null },
      after: { [setting]: value ?? null },
    },
  );
  return { kind: 'changed', settings: after };
}
