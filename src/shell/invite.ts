import type { Clock } from '../clock.ts';
import type { Role } from '../domain/member.ts';
import { matchPeople } from '../domain/names.ts';
import { inviteMember } from '../services/invite-member.ts';
import type { Storage } from '../services/ports/store.ts';
import { chosenOffice } from './chosen-office.ts';
import { ShellFailure } from './failure.ts';
import { print, printJson } from './print.ts';

export interface InviteOptions {
  office?: string;
  role?: Role;
  json?: boolean;
}

/** `nhachan invite NAME`: the code and the link that make a chat account this person. */
export async function inviteCommand(
  storage: Storage,
  clock: Clock,
  name: string,
  options: InviteOptions,
  linkOf: (code: string) => Promise<string | null>,
): Promise<void> {
  const office = await chosenOffice(storage, options.office);
  const members = await storage.offices.members(office.id);
  const found = matchPeople(name, members);
  const [member] = found;
  if (!member) throw new ShellFailure(`Nobody on the roster of ${office.name} is called "${name}"`);
  if (found.length > 1) {
    const names = found.map((one) => `${one.name} (${one.title})`).join('; ');
    throw new ShellFailure(`"${name}" may be any of: ${names}. Write the full name.`);
  }
  const { role } = options;
  const invitation = await storage.transaction(async (store) => {
    if (role && role !== member.role) await store.offices.updateMember({ ...member, role });
    return inviteMember(store, member, clock.now());
  });
  const link = await linkOf(invitation.code);
  if (options.json) {
    const { code, expiresAt } = invitation;
    printJson({ name: member.name, role: role ?? member.role, code, link, expiresAt });
    return;
  }
  print(`${member.name} (${role ?? member.role})`);
  if (link) print(`Link: ${link}`);
  print(`Code: /start ${invitation.code}   (in a private chat with the bot; valid for 30 days, works once)`);
}
