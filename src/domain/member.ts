/** cán bộ · lãnh đạo cơ quan · đầu mối */
export type Role = 'officer' | 'leader' | 'clerk';

export interface Member {
  id: number;
  organizationId: number;
  name: string;
  /** Chức vụ, as the roster writes it. */
  title: string;
  /** Digits alone, "0912345678"; null: not known. */
  phone: string | null;
  unitId: number | null;
  role: Role;
  /** Trưởng phòng: hears of overdue tasks of the unit. */
  unitHead: boolean;
  /** Kiêm nhiệm: the units of which the person is besides the own one. */
  further: FurtherUnit[];
}

export interface FurtherUnit {
  unitId: number;
  unitHead: boolean;
}

type OfUnits = Pick<Member, 'unitId' | 'unitHead' | 'further'>;

/** The own unit first. */
export function unitsOf({ unitId, further }: Pick<Member, 'unitId' | 'further'>): number[] {
  return [...(unitId === null ? [] : [unitId]), ...further.map((one) => one.unitId)];
}

export function isOfUnit(member: Pick<Member, 'unitId' | 'further'>, unitId: number | null): boolean {
  return unitId !== null && unitsOf(member).includes(unitId);
}

export function headedBy({ unitId, unitHead, further }: OfUnits): number[] {
  const own = unitHead && unitId !== null ? [unitId] : [];
  return [...own, ...further.filter((one) => one.unitHead).map((one) => one.unitId)];
}

export function headsUnit(member: OfUnits, unitId: number | null): boolean {
  return unitId !== null && headedBy(member).includes(unitId);
}

/** Does the unit's work: a leader only where it is said that he heads it, or is of it besides. */
export function worksIn(member: Member, unitId: number | null): boolean {
  const isSaid = headsUnit(member, unitId) || member.further.some((one) => one.unitId === unitId);
  return isOfUnit(member, unitId) && (member.role !== 'leader' || isSaid);
}

export interface Unit {
  id: number;
  name: string;
  aliases: string[];
}
