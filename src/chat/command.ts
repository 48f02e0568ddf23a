/**
 * What a message asks for, in no language's words. A platform's buttons become the same commands as typed words.
 */

import type { Day } from '../domain/day.ts';
import type { EvidenceGiven } from '../domain/evidence.ts';
import type { Chosen } from '../domain/giving.ts';
import type { Incumbent } from '../domain/member-said.ts';
import type { PeriodAsked } from '../domain/period.ts';
import type { Who } from '../services/people/member-named.ts';
import type { PlatformName } from '../services/ports/messenger.ts';
import type { PaperOrder, ReportFormat } from '../services/ports/report-writer.ts';
import type { LikelyAct } from './understanding/likely/read-as.ts';

export type Command =
  /** "/start CODE", "/start": a person opens the conversation, perhaps with an invitation. */
  | { name: 'join'; code: string | null }
  /** "/ketnoi", "/ketnoi VHXH": bind this group to the office, or to a unit of it. */
  | { name: 'bind'; unit: string | null }
  /** "/viec": my tasks. `when`: "việc tuần này", "hôm nay phải làm gì"; `about`: "việc của phòng KT", of whom or what. */
  | { name: 'tasks'; when?: string; about?: string }
  /**
   * "/tiendo", "/tiendo VHXH": progress of the office, or of a unit, a person, a plan or a part of one. `when`: "/tiendo quý 4".
   */
  | { name: 'progress'; unit: string | null; when?: string }
  /**
   * "/xuat", "/xuat word VHXH", "/tiendo ảnh": the progress as a file; or a paper, "/xuat thống kê quý 4". `unitId`: from a
   * button; 0: of the whole office. `asPdf`: asked for in a format that there is not.
   */
  | {
      name: 'export';
      format: ReportFormat;
      unit: string | null;
      unitId?: number;
      when?: string;
      paper?: PaperAsked;
      asPdf?: true;
    }
  /** "xếp hạng", "/tiendo các xã", "/xephang ảnh": how the offices below compare. */
  | { name: 'ranking'; format?: 'png' | 'xlsx' }
  /** "/macaptren": a code by which others ask to be below this office. */
  | { name: 'parent-code' }
  /** "/captren ABCD2345EF"; null: which office is above. */
  | { name: 'ask-parent'; code: string | null }
  /** From a button. */
  | { name: 'decide-parent'; accepts: boolean; link: number }
  /** "/roicaptren"; from above with the name of the office below. */
  | { name: 'leave-parent'; office: string }
  /** "/quahan": what is overdue. `byUnit`: "ai chưa báo cáo", who owes how much; `about`: "VHXH quá hạn gì". */
  | { name: 'overdue'; byUnit?: true; about?: string }
  /** From a button: what that stored update asked is asked of this unit or member. */
  | { name: 'asked-of'; whose: Chosen; saidIn: number }
  /** "/help"; `about`: how that is said; `words`: "/help gia hạn". */
  | { name: 'help'; about?: CommandName; words?: string }
  /** "mai nhắc lại 12", "tạm dừng nhắc em 3 ngày", "15h nhắc tôi nộp 12"; `when`: "mai", "15h"; empty: not said. */
  | { name: 'snooze'; numbers: number[]; when: string }
  /** "nhắc tiếp 12", "nhắc lại việc 12 đi": as if it had not been put off; no number: none of them. */
  | { name: 'resume'; numbers: number[] }
  /** "hủy nhắc 12", "thôi không cần nhắc 15h nữa": an hour that was asked for; `when`: "15h"; empty: not said. */
  | { name: 'call-off'; numbers: number[]; when: string }
  /** "/kenh", "/kenh zalo", "nhắc tôi qua Zalo": where I hear; null: show me. */
  | { name: 'channel'; wanted: PlatformName | null }
  /** "/moi Lan": an invitation for somebody on the roster, whom a button knows by id; null: who has not joined yet. */
  | { name: 'invite'; who: Who | null }
  /** "/han 17 15/12/2025": the date of a task, in a plan's words. */
  | { name: 'set-deadline'; number: number; words: string }
  /** "/han 19 theo 12", "việc 19 theo báo cáo việc 12": it has the dates of another task. */
  | { name: 'take-dates'; number: number; from: number }
  /** "/batdau 9 10/11", "bắt đầu việc 9 từ hôm qua": the event from which it is counted; `when` empty: today. */
  | { name: 'start-task'; number: number; when: string }
  /** "/giao 17 VHXH", "giao 17, 18 cho Tám", "/giao 17 Tám, Lan phối hợp": who leads tasks and, if said, who supports them. */
  | {
      name: 'assign';
      numbers: number[];
      leads: string;
      supports: string | null;
      /** From a button: the words of this stored update are meant, and of those who share a name these. */
      saidIn?: number;
      chosen?: Chosen[];
    }
  /** "/bo 17, 18" and "/laylai 17": the office does not follow a task of its plan, or does again. */
  | { name: 'leave-out'; numbers: number[] }
  | { name: 'take-back'; number: number }
  /** "Tổ Công nghệ số = VHXH": what a plan's words for a unit mean. */
  | { name: 'name-unit'; words: string; unit: string }
  /** "tìm việc đất đai". */
  | { name: 'search'; words: string }
  /** "lịch sử 26": everything that was done about a task. */
  | { name: 'history'; number: number }
  /** "#12": one task in full. `owing`: "ai chưa báo cáo việc 6", who has not reported it. */
  | { name: 'task'; number: number; owing?: true }
  | ReportCommand
  /** From a button: what came with that stored update belongs to what I have reported of this task. */
  | { name: 'add-evidence'; number: number; evidenceOf: number }
  /** "chưa xong 12": said not to be done; nothing is recorded, and the bot must not mistake it for a report. */
  | { name: 'not-done'; numbers: number[] }
  /** "xin gia hạn 12 đến 20/12 vì …": more time; without a date it asks how to ask. */
  | { name: 'ask-extension'; number: number | null; until: string; reason: string }
  /** "rút yêu cầu gia hạn 12", "không cần gia hạn 12 nữa". */
  | { name: 'withdraw-extension'; numbers: number[] }
  /**
   * "đồng ý gia hạn 12": by its own number, which a button knows, or by that of the task. `orAsks`: "cho gia hạn 12",
   * by which somebody who decides nothing asks for it.
   */
  | { name: 'decide-extension'; grants: boolean; of: { extension: number } | { task: number }; orAsks?: true }
  /** "/nhap 1. Nộp báo cáo trước 30/11 …": a plan typed or pasted. */
  | { name: 'read-text'; text: string }
  /** A preview is accepted or thrown away; null: the latest one of this person. `orCourtesy`: "ok", which may answer nothing. */
  | { name: 'confirm'; draft: number | null; orCourtesy?: true }
  /** "đồng ý cho nghỉ 12 người": a staff list by which so many leave. */
  | { name: 'confirm-retirement'; people: number }
  | { name: 'discard'; draft: number | null }
  /** "/xem", "/xem 2": the rows of a draft, a page at a time; without a draft a number is a task's. */
  | { name: 'browse'; page: number | null; draft: number | null }
  /** "/them A C", "/them hết": duties of the text that the draft offers. */
  | { name: 'take-up'; letters: string[] | 'all' }
  /** "/bocu", "/giucu": what the amended plan no longer has is given up, or stays. */
  | { name: 'missing'; drops: boolean; draft: number | null }
  /** "/rieng": the draft is a plan of its own, not a version of another. */
  | { name: 'stand-alone'; draft: number | null }
  /** "12 được 60%", "xong phần dự thảo 12": begun, not done. */
  | { name: 'partial'; numbers: number[]; percent: number | null }
  /** "vướng 26 vì chưa có kinh phí". */
  | { name: 'obstacle'; numbers: number[] }
  /** "hết vướng 26", "26 gỡ được vướng mắc rồi". */
  | { name: 'clear-obstacle'; numbers: number[] }
  /** "/vuongmac": all that hinders the office. */
  | { name: 'obstacles' }
  /** "giải trình 37 vì …", "12 chậm là do …"; `asks`: "yêu cầu giải trình 37". */
  | { name: 'explain'; numbers: number[]; asks?: true }
  /** "đôn đốc 12", "đôn đốc phòng VHXH": those in charge are reminded at once; of a unit, of all that is overdue. */
  | { name: 'press'; numbers: number[]; unit?: string }
  /** "rút báo cáo 12", "báo nhầm 12": the report on a task is taken back. */
  | { name: 'withdraw'; numbers: number[] }
  /** "hoàn tác", "nhầm": what one's last message here did, or that of the one quoted; a button knows which change. */
  | { name: 'undo'; change?: number }
  /**
   * "duyệt 12", "duyệt hết", "trả lại 12 vì thiếu biểu mẫu": by the number of the task or, from a button, of the report;
   * null: what the message quoted tells of.
   */
  | {
      name: 'review';
      accepts: boolean;
      of: { numbers: number[] } | { report: number } | 'all' | null;
      reason: string | null;
      /** From a button: the words of this stored update are the reason. */
      because?: number;
    }
  /** "/choduyet": the reports that I may answer. */
  | { name: 'to-review' }
  /** "/caidat": what the office decides for itself; "/caidat gio 7h30", "nghỉ Tết từ 14/2 đến 22/2" change it. */
  | { name: 'settings'; words: string }
  /** "việc 12 không phải của phòng em", "chuyển 12 cho KTHT": asked of the other side and of the clerk. */
  | { name: 'pass-on'; numbers: number[]; to: string | null }
  /** "nhận 12", "không nhận 12": the other side's answer; a button knows which request. */
  | { name: 'decide-transfer'; takes: boolean; of: { transfer: number } | { task: number } }
  /** "Lan nghỉ từ 12/11 đến 20/11, việc chuyển Minh": who is away (null: I am), when, and who stands in. */
  | { name: 'record-leave'; who: string | null; days: string; substitute: string | null }
  /** "Lan không nghỉ nữa" (null: I), "hủy nghỉ từ 12/11 đến 20/11"; `back`: from when on somebody is there again. */
  | { name: 'end-leave'; who: string | null; days: string; back: string }
  /** From buttons: of the words of that stored update these people are meant; and who stands in during leave. */
  | { name: 'leave-chosen'; saidIn: number; members: number[] }
  | { name: 'stand-in'; absence: number; member: number }
  | MembersCommand
  /** "/donvi", "/donvi đổi tên VHXH thành Phòng Văn hóa": the units and what plans call them. */
  | ({ name: 'units' } & ({ does: 'list' } | { does: 'rename'; unit: string; to: string }))
  /** "/nhom": the groups that are reminded; "/gonhom", "/gonhom 2": one less. A button knows which chat. */
  | ({ name: 'groups' } & ({ does: 'list' } | { does: 'unbind'; number: number | null; chat?: number }))
  /** "góp ý: nhắc sớm hơn", "/gopy": of the bot, for the clerks; empty: not said what. */
  | { name: 'remark'; words: string }
  /** "/ykien", "/ykien xóa 2": what the bot could not do, and what people remark of it. */
  | ({ name: 'feedback' } & (
      | { does: 'list' }
      | { does: 'drop'; number: number }
      | { does: 'drop'; id: number }
    ))
  /** "/lich", "cho tôi địa chỉ lịch", "/lich hủy": by which a calendar app shows my tasks. */
  | { name: 'calendar'; does: 'make' | 'end' }
  | LaterCommand
  /** What a message may mean, some of which is not accounted for: asked about, not done. */
  | { name: 'unclear'; commands: Command[]; left: string[]; numbers: number[]; byWords?: ReportCommand }
  /** From a button: the words of this stored update are meant as this act. */
  | { name: 'read-as'; act: LikelyAct; on: Day; saidIn: number }
  /** From a button: that stored update meant what it was taken for. */
  | { name: 'meant'; on: Day; saidIn: number }
  /** Said to people and not to the bot, or nothing that it can do anything about. */
  | { name: 'talk' }
  /** "Vâng ạ", "cảm ơn": answered in kind. */
  | { name: 'courtesy' }
  /** The bot should answer that it did not understand. `command`: the unknown "/word", where there was one. */
  | { name: 'unknown'; command: string | null };

export type CommandName = Command['name'];

export type CommandOf<Name extends CommandName> = Extract<Command, { name: Name }>;

/** What goes up from the office. */
export interface PaperAsked {
  kind: PaperOrder['kind'];
  /** Null: the plan's year, or this one. */
  period: PeriodAsked | null;
  /** Its number, or words of its title; null: all plans. */
  plan: string | null;
}

/** Who works in the office. */
export type MembersCommand = { name: 'members' } & (
  | /** "/canbo", "/canbo VHXH", "/canbo chưa kết nối". */
  { does: 'list'; unit: string | null; unconnected?: true }
  | MemberChange
  /**
   * From a button: of the words of that stored update, this person is meant, and this becomes of whoever heads the unit.
   * Member: null for whoever is added.
   */
  | { does: 'choose'; member: number | null; saidIn: number; incumbent?: Incumbent['kind'] }
);

export type MemberChange =
  | /** "thêm cán bộ Nguyễn Văn Minh, VHXH, chuyên viên". */
  { does: 'add'; words: string }
  /** "anh Minh chuyển công tác", "/xoanguoi Minh". */
  | { does: 'remove'; who: string }
  /** "chuyển chị Lan sang KT", "anh Minh làm Phó Trưởng phòng", "/suanguoi Minh: đầu mối". */
  | { does: 'set'; who: string; words: string };

/** Understood, and not possible yet: the answer says what is. */
export type LaterCommand =
  /** "thêm việc: …". */
  { name: 'add-task'; words: string };

/** "xong 12 https://…", "da xong bao cao thang 11", "#12 hoàn thành, số 248/BC-UBND ngày 12/11/2025". */
export interface ReportCommand {
  name: 'report';
  /** Short numbers of the tasks, as typed; empty when none was. */
  numbers: number[];
  /** Words that may name the task ("báo cáo CCHC"), as typed, without what has been understood otherwise. */
  words: string;
  /** "tháng 11": the month whose occurrence is meant. */
  month: number | null;
  evidence: EvidenceGiven[];
  /** An explicit "xong"; false for bare evidence (a link or file in reply to a notice), which reports only there. */
  explicit: boolean;
  /** From a button: the evidence is what came with this stored update, before the bot asked which task was meant. */
  evidenceOf?: number;
  /** The notice of whose choices it is. */
  offeredIn?: number;
  /** From a button: the very date that is meant. */
  occurrence?: number;
}
