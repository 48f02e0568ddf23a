import { againstLink } from '../people/parent-link.ts';
import type { ParentAsked, ParentCodeMade, ParentDecided, ParentLeft } from '../ports/changes.ts';
import type { Store } from '../ports/store.ts';
import type { BuiltOn } from './built-on.ts';
import type { Undoing } from './undoing.ts';

const CHANGED: BuiltOn = { kind: 'changed', by: null };

/** Nobody can ask by it any more; what was asked by it stands. */
export const undoParentCode: Undoing<ParentCodeMade> = {
  builtOn: async () => null,
  putBack: ({ store }, { code }) => store.parents.removeCode(code),
};

export const undoAskingParent: Undoing<ParentAsked> = {
  async builtOn({ store }, { linkId }) {
    const link = await store.parents.byId(linkId);
    if (link?.state === 'asked') return null;
    return link?.state === 'withdrawn' ? { kind: 'withdrawn', by: null } : { kind: 'decided', by: null };
  },
  putBack: ({ store }, { linkId }) => store.parents.setState(linkId, 'withdrawn'),
};

/** The request waits for an answer again. */
export const undoParentDecision: Undoing<ParentDecided> = {
  builtOn: ({ store }, { linkId, state }) => hasGoneOn(store, linkId, state),
  putBack: ({ store }, { linkId }) => store.parents.setState(linkId, 'asked'),
};

/** The office is below the other again. */
export const undoLeavingParent: Undoing<ParentLeft> = {
  builtOn: ({ store }, { linkId, after }) => hasGoneOn(store, linkId, after),
  putBack: ({ store }, { linkId, before }) => store.parents.setState(linkId, before),
};

/** It is not any more as it was left, or meanwhile the office has turned to another, or stands above that one. */
async function hasGoneOn(store: Store, linkId: number, left: string): Promise<BuiltOn | null> {
  const link = await store.parents.byId(linkId);
  if (link?.state !== left) return CHANGED;
  const against = await againstLink(store, link);
  return against?.kind === 'circle' ? { kind: 'circle', by: null } : against && CHANGED;
}
