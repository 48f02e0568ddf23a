/**
 * Regular expressions over things that may be several at once: "polite* self? done (object|month)". Matched by the set of
 * places that can be reached, so that no input takes more than its length times the expression's.
 */
export type Grammar = (things: readonly ReadonlySet<string>[]) => boolean;

type Places = ReadonlySet<number>;
type Step = (things: readonly ReadonlySet<string>[], from: Places) => Places;

/** @param parts expressions that others name */
export function grammar(written: string, parts: Readonly<Record<string, string>>): Grammar {
  const step = new Reader(written, parts).whole();
  return (things) => step(things, new Set([0])).has(things.length);
}

class Reader {
  readonly #tokens: string[];
  readonly #parts: Readonly<Record<string, string>>;
  #at = 0;

  constructor(written: string, parts: Readonly<Record<string, string>>) {
    this.#tokens = written.match(/\w+|[()|*+?]/g) ?? [];
    this.#parts = parts;
  }

  whole(): Step {
    const step = this.#choice();
    if (this.#at < this.#tokens.length) throw new Error(`"${this.#tokens[this.#at]}" is out of place`);
    return step;
  }

  #choice(): Step {
    const steps = [this.#sequence()];
    while (this.#tokens[this.#at] === '|') {
      this.#at += 1;
      steps.push(this.#sequence());
    }
    return (things, from) => new Set(steps.flatMap((step) => [...step(things, from)]));
  }

  #sequence(): Step {
    const steps: Step[] = [];
    while (this.#at < this.#tokens.length && !/^[|)]$/.test(this.#tokens[this.#at] ?? '')) {
      steps.push(this.#repeated(this.#one()));
    }
    return (things, from) => steps.reduce<Places>((places, step) => step(things, places), from);
  }

  #one(): Step {
    const token = this.#tokens[this.#at] ?? '';
    this.#at += 1;
    if (token !== '(') {
      const part = this.#parts[token];
      return part === undefined ? thing(token) : new Reader(part, this.#parts).whole();
    }
    const step = this.#choice();
    this.#at += 1;
    return step;
  }

  #repeated(step: Step): Step {
    const sign = this.#tokens[this.#at] ?? '';
    if (!/^[*+?]$/.test(sign)) return step;
    this.#at += 1;
    if (sign === '?') return (things, from) => new Set([...from, ...step(things, from)]);
    const anyTimes = repeated(step);
    return sign === '*' ? anyTimes : (things, from) => anyTimes(things, step(things, from));
  }
}

function thing(name: string): Step {
  return (things, from) => new Set([...from].filter((at) => things[at]?.has(name)).map((at) => at + 1));
}

function repeated(step: Step): Step {
  return (things, from) => {
    const reached = new Set(from);
    for (let last: Places = from; last.size > 0; ) {
      last = new Set([...step(things, last)].filter((at) => !reached.has(at)));
      for (const at of last) reached.add(at);
    }
    return reached;
  };
}
