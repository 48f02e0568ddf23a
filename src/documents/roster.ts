/** The office's people: who works where, with which role. Made once by the clerk, from .xlsx or .csv. */

import { phoneIn } from '../domain/member-said.ts';
import { officeCodeIn } from '../domain/office-name.ts';
import { roleIn } from '../domain/role-words.ts';
import { fold } from '../domain/text-fold.ts';
import type { DocumentFile, Roster, RosterPerson, RosterProblemKind } from '../services/ports/documents.ts';
import { type ColumnWords, firstColumn, type Header, headerOf } from './columns/header.ts';
import type { RawDocument, Row } from './document.ts';
import {
  isCalled,
  joined,
  unitsInCell,
  unitsJoined,
  withRowsJoined,
  withTitleSaid,
} from './further-units.ts';
import { readDocument } from './read-document.ts';

type RosterUnit = Roster['units'][number];

/** The file is readable but holds no roster. */
export class NotARoster extends Error {
  override readonly name = 'NotARoster';
  readonly reason: 'no-people' | 'no-office';

  constructor(file: string, reason: NotARoster['reason']) {
    super(
      reason === 'no-people'
        ? `${file}: no list of people found; it needs a header row with "Họ và tên", "Chức vụ", "Đơn vị", "Vai trò"`
        : `${file}: the office has no name; write "Cơ quan: UBND phường …" above the list`,
    );
    this.reason = reason;
  }
}

/**
 * @throws {UnreadableDocument} when the file cannot be read.
 * @throws {NotARoster} when it holds no people or does not name the office.
 */
export async function readRoster(file: DocumentFile): Promise<Roster> {
  return rosterIn(await readDocument(file));
}

type PeopleColumn = 'number' | 'name' | 'title' | 'unit' | 'role' | 'phone';
type UnitColumn = 'number' | 'unit' | 'aliases';

const PEOPLE: ColumnWords<PeopleColumn> = [
  ['number', /^(?:stt|tt|so tt|so thu tu)$/],
  ['name', /^(?:ho va ten|ho ten|ten|ten can bo|can bo|ho va ten can bo)$/],
  ['role', /^(?:vai tro|quyen|vai tro tren he thong)$/],
  ['title', /^(?:chuc vu|chuc danh|chuc vu chuc danh|vi tri)/],
  ['phone', /^(?:dien thoai|so dien thoai|sdt|so dt|dt|di dong|dien thoai di dong)$/],
  ['unit', /^(?:don vi|phong|phong ban|don vi phong|phong don vi|don vi cong tac|bo phan|phong ban don vi)$/],
];

const UNITS: ColumnWords<UnitColumn> = [
  ['number', /^(?:stt|tt|so tt|so thu tu)$/],
  ['aliases', /^(?:ten goi khac|ten khac|viet tat|ten viet tat|cach viet khac|ten goi khac viet tat)$/],
  ['unit', /^(?:ten don vi|don vi|ten phong|phong ban|phong|don vi phong)$/],
];

export function rosterIn(document: RawDocument): Roster {
  const rows = document.blocks.flatMap((block): Row[] =>
    block.kind === 'table'
      ? block.rows
      : [{ cells: [{ text: block.text, links: [] }], source: block.source }],
  );
  const reading = new RosterReading();
  let people: Header<PeopleColumn> | null = null;
  let units: Header<UnitColumn> | null = null;
  let office: string | null = null;
  let code: string | null = null;
  for (const row of rows) {
    const peopleHeader = headerOf(row, PEOPLE);
    const unitHeader = headerOf(row, UNITS);
    if (peopleHeader.has('name') && peopleHeader.size > 1) [people, units] = [peopleHeader, null];
    else if (unitHeader.has('unit') && unitHeader.has('aliases')) [people, units] = [null, unitHeader];
    else if (people) reading.person(row, people);
    else if (units) reading.unit(row, units);
    else {
      code ??= codeIn(row);
      office ??= officeIn(row);
    }
  }
  if (reading.people.length === 0) throw new NotARoster(document.name, 'no-people');
  if (office === null) throw new NotARoster(document.name, 'no-office');
  return { office: { name: office, ...(code === null ? {} : { code }) }, ...reading.read() };
}

/** "Cơ quan | UBND phường …", "Cơ quan: UBND phường …", or the name alone in the title rows. */
function officeIn(row: Row): string | null {
  const text = lineOf(row);
  const named = /^(?:tên )?(?:cơ quan|đơn vị)\s*:?\s+(.+)$/iu.exec(text)?.[1];
  if (named) return named.trim();
  return /^(?:ubnd|uy ban nhan dan)\s+(?:phuong|xa|dac khu|thi tran|tinh|thanh pho)\s/.test(fold(text))
    ? text
    : null;
}

/** "Mã cơ quan | XTL", "Mã cơ quan: XTL". */
function codeIn(row: Row): string | null {
  const said = /^mã (?:cơ quan|đơn vị)\s*:?\s+(\S+)$/iu.exec(lineOf(row).normalize('NFC'))?.[1];
  return said === undefined ? null : officeCodeIn(said);
}

function lineOf(row: Row): string {
  return row.cells
    .map((cell) => cell.text)
    .filter((cell) => cell !== '')
    .join(' ')
    .replaceAll('\n', ' ');
}

class RosterReading {
  units: RosterUnit[] = [];
  readonly people: RosterPerson[] = [];
  readonly problems: Roster['problems'] = [];
  /** Cells that are one unit's name as they stand, another name of a unit that comes later, or several units'. */
  readonly #cells = new Map<RosterUnit, string>();

  /** Once all units are known. */
  read(): Pick<Roster, 'units' | 'people' | 'problems'> {
    const joint = new Map<string, RosterUnit[]>();
    const known = () => this.units.filter(({ name }) => !joint.has(name));
    for (const unit of this.#cells.keys()) {
      const named = known().find((one) => one !== unit && isCalled(one, unit.name));
      if (named) joint.set(unit.name, [named]);
    }
    for (const [unit, cell] of this.#cells) {
      const several = unitsJoined(
        cell,
        known().filter((one) => one !== unit),
      );
      if (several) joint.set(unit.name, several);
    }
    this.units = known();
    const namesOf = (unit: string) => joint.get(unit)?.map(({ name }) => name) ?? [unit];
    const inUnits = this.people.map(({ unit, further = [], ...person }): RosterPerson => {
      const [own = null, ...others] = unit === null ? [] : namesOf(unit);
      const besides = [...others, ...further.flatMap((one) => namesOf(one.unit))];
      return besides
        .map((name) => ({ unit: name, unitHead: false }))
        .reduce<RosterPerson>(joined, { ...person, unit: own });
    });
    const titled = inUnits.map((person) => withTitleSaid(person, this.units));
    return { units: this.units, people: withRowsJoined(titled, this.units), problems: this.problems };
  }

  unit(row: Row, header: Header<UnitColumn>): void {
    const name = textAt(row, firstColumn(header, 'unit'));
    if (name === '') return;
    const aliases = textAt(row, firstColumn(header, 'aliases'))
      .split(/[;\n]/)
      .map((alias) => alias.trim())
      .filter((alias) => alias !== '');
    const known = this.#unitNamed(name);
    if (known === undefined) this.units.push({ name, aliases });
    else if (known.aliases.length === 0) known.aliases = aliases;
    else this.#problem('duplicate-unit', row);
  }

  person(row: Row, header: Header<PeopleColumn>): void {
    const name = textAt(row, firstColumn(header, 'name')).replaceAll('\n', ' ');
    const title = textAt(row, firstColumn(header, 'title'));
    const cell = textAt(row, firstColumn(header, 'unit'));
    const [unit = '', ...besides] = unitsInCell(cell);
    const words = textAt(row, firstColumn(header, 'role'));
    const phone = phoneIn(textAt(row, firstColumn(header, 'phone')));
    if (name === '' && title === '' && words === '') return; // A blank row, or the name of a group.

    const role = roleIn(words, title);
    if (name === '') this.#problem('no-name', row);
    else if (role === null) this.#problem('unknown-role', row);
    else if (this.#has(name, unit)) this.#problem('duplicate-person', row);
    else {
      const unitName = unit === '' ? null : this.#unitFor(unit, cell).name;
      const person = { name, unit: unitName, ...role, title, ...(phone === null ? {} : { phone }) };
      const further = besides.map((one) => ({ unit: this.#unitFor(one, one).name, unitHead: false }));
      this.people.push(further.reduce<RosterPerson>(joined, person));
    }
  }

  #unitFor(name: string, cell: string): RosterUnit {
    const known = this.#unitNamed(name);
    if (known !== undefined) return known;
    const unit = { name, aliases: [] };
    this.units.push(unit);
    this.#cells.set(unit, cell);
    return unit;
  }

  #unitNamed(name: string): RosterUnit | undefined {
    return this.units.find((unit) => isCalled(unit, name));
  }

  /** Two people of one name may work in one office, but not in one unit: nobody could tell whom a plan means. */
  #has(name: string, unit: string): boolean {
    return this.people.some((p) => fold(p.name) === fold(name) && fold(p.unit ?? '') === fold(unit));
  }

  #problem(kind: RosterProblemKind, row: Row): void {
    const text = row.cells
      .map((cell) => cell.text)
      .filter((cell) => cell !== '')
      .join(' | ');
    this.problems.push({ kind, text, source: row.source });
  }
}

function textAt(row: Row, column: number | undefined): string {
  return column === undefined ? '' : (row.cells[column]?.text ?? '');
}
