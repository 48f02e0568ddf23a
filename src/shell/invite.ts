import { tellOfShell } from '../chat/delivery/tell-of-shell.ts';
import { translator } from '../chat/translate.ts';
import type { Config } from '../config.ts';
import { isOfUnit, type Member, type Role } from '../domain/member.ts';
import { matchPeople } from '../domain/names.ts';
import { matchUnits } from '../domain/unit-match.ts';
import { botLink } from '../platforms/start-platforms.ts';
import { changeMember } from '../services/people/change-members.ts';
import { inviteMember } from '../services/people/invite-member.ts';
import type { Organization } from '../services/ports/offices.ts';
import type { Store } from '../services/ports/store.ts';
import { chosenOffice } from './chosen-office.ts';
import { lastClerk, ShellFailure } from './failure.ts';
import { print, printJson, warn } from './print.ts';
import { withStorage } from './with-storage.ts';

export interface InviteOptions {
  office?: string;
  /** Tells namesakes apart. */
  unit?: string;
  role?: Role;
  json?: boolean;
}

/** `nhachan invite NAME`: the code and the link that make a chat account this person. */
export function inviteCommand(name: string, options: InviteOptions): Promise<void> {
  return withStorage(async ({ storage, clock, config }) => {
    const office = await chosenOffice(storage, options.office);
    const member = await memberMeant(storage, office, name, options.unit);
    const role = options.role ?? member.role;
    const author = { updateId: null, at: clock.now() };
    const { code, expiresAt } = await storage.transaction(async (store) => {
      if (role !== member.role) {
        const request = { organizationId: office.id, by: null, ...author };
        const { kind } = await changeMember(store, request, { id: member.id }, `vai trò ${role}`);
        if (kind === 'last-clerk') throw lastClerk(member.name);
        await tellOfShell(store, office, author.at);
      }
      return inviteMember(store, member, { memberId: null, ...author });
    });
    const link = await linkTo(config, code);
    if (options.json) {
      printJson({ name: member.name, role, code, link, expiresAt });
      return;
    }
    print(`${member.name} (${role})`);
    const t = translator(config.LOCALE);
    if (link !== null) print(t('shell.inviteLink', { link }));
    print(t('shell.inviteCode', { code }));
    if (link === null) print(t(noLinkKey(config)));
  });
}

async function memberMeant(
  store: Store,
  office: Organization,
  name: string,
  unitWords: string | undefined,
): Promise<Member> {
  const units = await store.offices.units(office.id);
  const unitIds = unitWords === undefined ? null : matchUnits([unitWords], units).matched;
  if (unitIds?.length === 0) throw new ShellFailure(`No unit "${unitWords}" in ${office.name}`);
  const members = await store.offices.members(office.id);
  const found = matchPeople(name, members).filter(
    (one) => !unitIds || unitIds.some((id) => isOfUnit(one, id)),
  );
  const [member] = found;
  if (!member) throw new ShellFailure(`Nobody on the roster of ${office.name} is called "${name}"`);
  if (found.length === 1) return member;
  const unitOf = ({ unitId }: Member) => units.find(({ id }) => id === unitId)?.name ?? office.name;
  const names = found.map((one) => `${one.name} (${unitOf(one)})`).join('; ');
  throw new ShellFailure(`"${name}" may be any of: ${names}. Write the full name, or add --unit.`);
}

/** Why there is none, and what to set. */
function noLinkKey(config: Config) {
  if (config.TELEGRAM_BOT_TOKEN || config.ZALO_BOT_TOKEN) return 'shell.linkUnreachable';
  return config.ZALO_SESSION_FILE ? 'shell.linkOnlyZalo' : 'shell.linkNoToken';
}

/** The code works without its link, so an unreachable platform is no reason to fail. */
async function linkTo(config: Config, code: string): Promise<string | null> {
  try {
    return await botLink(config, code);
  } catch (error) {
    warn(`no link: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}
