import type { Member, Role } from '../domain/member.ts';
import { matchPeople } from '../domain/names.ts';
import { telegramLink } from '../main.ts';
import { inviteMember } from '../services/invite-member.ts';
import type { Organization } from '../services/ports/store.ts';
import { chosenOffice } from './chosen-office.ts';
import { ShellFailure } from './failure.ts';
import { print, printJson } from './print.ts';
import { withStorage } from './with-storage.ts';

export interface InviteOptions {
  office?: string;
  role?: Role;
  json?: boolean;
}

/** `nhachan invite NAME`: the code and the link that make a chat account this person. */
export function inviteCommand(name: string, options: InviteOptions): Promise<void> {
  return withStorage(async ({ storage, clock, config }) => {
    const office = await chosenOffice(storage, options.office);
    const member = memberNamed(name, await storage.offices.members(office.id), office);
    const role = options.role ?? member.role;
    const invitation = await storage.transaction(async (store) => {
      if (role !== member.role) await store.offices.updateMember({ ...member, role });
      return inviteMember(store, member, clock.now());
    });
    const link = await telegramLink(config, invitation.code);
    if (options.json) {
      const { code, expiresAt } = invitation;
      printJson({ name: member.name, role, code, link, expiresAt });
      return;
    }
    print(`${member.name} (${role})`);
    if (link) print(`Link: ${link}`);
    print(`Code: /start ${invitation.code}   (in a private chat with the bot; valid for 30 days, works once)`);
  });
}

function memberNamed(name: string, members: Member[], office: Organization): Member {
  const found = matchPeople(name, members);
  const [member] = found;
  if (!member) throw new ShellFailure(`Nobody on the roster of ${office.name} is called "${name}"`);
  if (found.length === 1) return member;
  const names = found.map((one) => `${one.name} (${one.title})`).join('; ');
  throw new ShellFailure(`"${name}" may be any of: ${names}. Write the full name.`);
}
