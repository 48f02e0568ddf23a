/** A plan under its own headings, at all their levels: A/B, Roman numbers, 1., a). */
export interface Part<Item> {
  /** Empty for the whole. */
  heading: string;
  /** 0 for the whole. */
  level: number;
  /** What stands under this heading itself, and the parts of it, in order. */
  entries: ({ item: Item } | { part: Part<Item> })[];
}

/** @param rows in the plan's order; what stands under the same headings comes together, where these stood first */
export function inParts<Item>(rows: readonly { headings: readonly string[]; item: Item }[]): Part<Item> {
  const whole: Part<Item> = { heading: '', level: 0, entries: [] };
  for (const { headings, item } of rows) {
    const part = headings.reduce((within, heading) => partNamed(within, heading), whole);
    part.entries.push({ item });
  }
  return whole;
}

function partNamed<Item>(within: Part<Item>, heading: string): Part<Item> {
  const known = partsOf(within).find((part) => part.heading === heading);
  if (known) return known;
  const part = { heading, level: within.level + 1, entries: [] };
  within.entries.push({ part });
  return part;
}

/** Those right below it. */
export function partsOf<Item>({ entries }: Part<Item>): Part<Item>[] {
  return entries.flatMap((entry) => ('part' in entry ? [entry.part] : []));
}

/** With those of all parts within it. */
export function itemsIn<Item>({ entries }: Part<Item>): Item[] {
  return entries.flatMap((entry) => ('part' in entry ? itemsIn(entry.part) : [entry.item]));
}
