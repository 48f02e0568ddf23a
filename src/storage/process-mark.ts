import { readFile } from 'node:fs/promises';

/**
 * What tells a process from any other that has, or had, its number: when the machine and the process began. Null where the
 * system does not tell (Linux does), or where there is no such process.
 */
export async function processMark(pid: number): Promise<string | null> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // proc(5): the name of the program stands in brackets and may hold anything; the 20th field behind it is the start.
    const begun = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return begun === undefined ? null : `${boot}/${begun}`;
  } catch {
    return null;
  }
}
