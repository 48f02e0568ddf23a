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

const NOWHERE: Places = new Set();

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
    const [only, ...more] = steps;
    if (only !== undefined && more.length === 0) return only;
    return (things, from) => {
      const reached = new Set<number>();
      for (const step of steps) for (const at of step(things, from)) reached.add(at);
      return reached;
    };
  }

  #sequence(): Step {
    const steps: Step[] = [];
    while (this.#at < this.#tokens.length && !/^[|)]$/.test(this.#tokens[this.#at] ?? '')) {
      steps.push(this.#repeated(this.#one()));
    }
    return (things, from) => {
      let places = from;
      for (const step of steps) {
        if (places.size === 0) return NOWHERE;
        places = step(things, places);
      }
      return places;
    };
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
    if (sign === '?') {
      return (things, from) => {
        const reached = step(things, from);
        return reached.size === 0 ? from : new Set([...from, ...reached]);
      };
    }
    const anyTimes = repeated(step);
    return sign === '*' ? anyTimes : (things, from) => anyTimes(things, step(things, from));
  }
}

function thing(name: string): Step {
  return (things, from) => {
    let reached: Set<number> | undefined;
    for (const at of from) {
      if (!things[at]?.has(name)) continue;
      reached ??= new Set();
      reached.add(at + 1);
    }
    return reached ?? NOWHERE;
  };
}

function repeated(step: Step): Step {
  return (things, from) => {
    const first = step(things, from);
    if (first.size === 0) return from;
    const reached = new Set([...from, ...first]);
    for (let last: Places = first; last.size > 0; ) {
      last = new Set([...step(things, last)].filter((at) => !reached.has(at)));
      for (const at of last) reached.add(at);
    }
    return reached;
  };
}
