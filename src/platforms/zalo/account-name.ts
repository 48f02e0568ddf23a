/** By what people find the account: as Zalo tells it at a login, and kept for whoever asks without one. */
export interface AccountName {
  /** As people see it; null where Zalo has not told. */
  name: string | null;
  /** As people dial it, "0912345678". Absent where Zalo has not told. */
  phone?: string;
}

/** Null without a number: a name alone is no address. */
export function accountLink({ phone }: AccountName): string | null {
  return phone === undefined ? null : `https://zalo.me/${phone}`;
}

/** A line by which somebody who is invited finds the account; null while nothing is known of it. */
export function whereToFind(account: AccountName): string | null {
  const { name } = account;
  const link = accountLink(account);
  if (name === null) return link;
  return link === null ? `Zalo: “${name}”` : `Zalo “${name}”: ${link}`;
}

/** Zalo writes numbers with the country's code and no sign. */
export function dialled(phoneNumber: unknown): string | undefined {
  const digits = typeof phoneNumber === 'string' ? phoneNumber.replace(/[\s+.-]/g, '') : '';
  return /^(84|0)\d{9}$/.test(digits) ? digits.replace(/^84/, '0') : undefined;
}
