/** What has to change in a page that is shown, for it to be another one. */

import { IBlock, IPage } from '../shared/page';

/** At which element of the body, how many go and how many come. */
export interface IEdit {
  from: number;
  removed: number;
  added: number;
  html: string;
}

export interface IChange {
  /** Null where it is as it was. */
  head: string | null;
  /** The new page with an empty body; null where nothing but the body is new. */
  around: string | null;
  /** The last first, so that none moves the place of another. */
  edits: IEdit[];
}

/** Return the change; null where a page cannot be divided. */
export function changeBetween(old: IPage, fresh: IPage): IChange | null {
  if (!old.blocks || !fresh.blocks) {
    return null;
  }
  const isHeadNew = old.head !== fresh.head;
  const isAroundNew = old.around.some((part, place) => part !== fresh.around[place]);
  return {
    head: isHeadNew ? fresh.head : null,
    around: isAroundNew ? fresh.around.join('') : null,
    edits: editsBetween(old.blocks, fresh.blocks)
  };
}

/** As a rule a block is written in, and no block comes or goes. */
function editsBetween(old: IBlock[], fresh: IBlock[]): IEdit[] {
  if (old.length === fresh.length) {
    const edits: IEdit[] = [];
    let from = 0;
    old.forEach((block, place) => {
      if (block.name !== fresh[place].name) {
        edits.unshift(edit(from, [block], [fresh[place]]));
      }
      from += block.elements;
    });
    return edits;
  }
  const before = alikeAtStart(old, fresh);
  const longest = Math.min(old.length, fresh.length) - before;
  const after = Math.min(longest, alikeAtStart([...old].reverse(), [...fresh].reverse()));
  const gone = old.slice(before, old.length - after);
  return [
    edit(elementsOf(old.slice(0, before)), gone, fresh.slice(before, fresh.length - after))
  ];
}

function edit(from: number, gone: IBlock[], come: IBlock[]): IEdit {
  const html = come.map(block => block.html).join('');
  return { from, removed: elementsOf(gone), added: elementsOf(come), html };
}

function alikeAtStart(old: IBlock[], fresh: IBlock[]): number {
  const first = old.findIndex((block, place) => block.name !== fresh[place]?.name);
  return first < 0 ? old.length : first;
}

function elementsOf(blocks: IBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.elements, 0);
}
