/** The database's words: asked for, confirmed, refused, taken back by whoever asked, ended by either side. */
export type ParentLinkState = 'asked' | 'linked' | 'refused' | 'withdrawn' | 'ended';

/** Cơ quan cấp trên. */
export interface ParentLink {
  id: number;
  parentId: number;
  officeId: number;
  state: ParentLinkState;
}

export interface ParentCode {
  code: string;
  /** The office that others ask to have above them. */
  organizationId: number;
  createdAt: Date;
  expiresAt: Date;
}

export interface Parents {
  addCode(code: ParentCode): Promise<void>;
  code(code: string): Promise<ParentCode | null>;
  removeCode(code: string): Promise<void>;
  ask(link: Pick<ParentLink, 'parentId' | 'officeId'>, at: Date): Promise<ParentLink>;
  byId(id: number): Promise<ParentLink | null>;
  /** That holds or is asked for; null: the office has none above it. */
  above(officeId: number): Promise<ParentLink | null>;
  /** Those that hold, in the order of the offices. */
  below(parentId: number): Promise<ParentLink[]>;
  setState(id: number, state: ParentLinkState): Promise<void>;
}
