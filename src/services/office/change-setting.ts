import type { Member } from '../../domain/member.ts';
import type { OfficeSettings, SettingName } from '../../domain/office-settings.ts';
import { may } from '../../domain/permissions.ts';
import { sameValue } from '../../domain/same-value.ts';
import type { Store } from '../ports/store.ts';
import { recordChange } from './record-change.ts';

export interface SettingRequest<Name extends SettingName> {
  member: Member;
  setting: Name;
  /** Undefined: as everywhere. */
  value: OfficeSettings[Name] | undefined;
  updateId: number;
  at: Date;
}

export type SettingOutcome = { kind: 'changed' | 'same'; settings: OfficeSettings } | { kind: 'not-allowed' };

/** An office decides something for itself, from now on; what has been sent stays sent. */
export async function changeSetting<Name extends SettingName>(
  store: Store,
  { member, setting, value, updateId, at }: SettingRequest<Name>,
): Promise<SettingOutcome> {
  if (!may(member, 'settings')) return { kind: 'not-allowed' };
  const { organizationId } = member;
  await store.offices.lock(organizationId);
  const { settings: before } = await store.offices.byId(organizationId);
  if (sameValue(before[setting], value)) return { kind: 'same', settings: before };
  const after: OfficeSettings = { ...before, [setting]: value };
  await store.offices.setSettings(organizationId, after);
  const author = { organizationId, memberId: member.id, updateId, at };
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
