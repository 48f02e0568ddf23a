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
}

export interface Unit {
  id: number;
  name: string;
  aliases: string[];
}
