/** Of an address nothing is kept by which it could be told again. */
export interface KeptAddress {
  /** By which it is found. */
  handle: string;
  /** Of the rest of it. */
  secretHash: string;
}

export interface CalendarAddresses {
  /** From now on the one that the member had is void; another is on its way. */
  expect(memberId: number): Promise<void>;
  /** False where none is expected any more. */
  keep(memberId: number, address: KeptAddress): Promise<boolean>;
  /** False where there was none. */
  end(memberId: number): Promise<boolean>;
  /** Whose it is, if they work in the office still. */
  byHandle(handle: string): Promise<(KeptAddress & { memberId: number; organizationId: number }) | null>;
}
