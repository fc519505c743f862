/** What has to change in a page that is shown, for it to be another one. */

import { IBlock, IPage } from '../shared/page';

export interface IChange {
  /** Null where it is as it was. */
  head: string | null;
  /** The new page with an empty body; null where nothing but the body is new. */
  around: string | null;
  /** At which element of the body, how many go and how many come. */
  from: number;
  removed: number;
  added: number;
  html: string;
}

/** Return the change; null where a page cannot be divided. */
export function changeBetween(old: IPage, fresh: IPage): IChange | null {
  if (!old.blocks || !fresh.blocks) {
    return null;
  }
  const before = alikeAtStart(old.blocks, fresh.blocks);
  const longest = Math.min(old.blocks.length, fresh.blocks.length) - before;
  const after = Math.min(
    longest,
    alikeAtStart([...old.blocks].reverse(), [...fresh.blocks].reverse())
  );
  const gone = old.blocks.slice(before, old.blocks.length - after);
  const come = fresh.blocks.slice(before, fresh.blocks.length - after);
  const isHeadNew = old.head !== fresh.head;
  const isAroundNew = old.around.some((part, place) => part !== fresh.around[place]);
  return {
    head: isHeadNew ? fresh.head : null,
    around: isAroundNew ? fresh.around.join('') : null,
    from: elementsOf(old.blocks.slice(0, before)),
    removed: elementsOf(gone),
    added: elementsOf(come),
    html: come.map(block => block.html).join('')
  };
}

function alikeAtStart(old: IBlock[], fresh: IBlock[]): number {
  const first = old.findIndex((block, place) => block.name !== fresh[place]?.name);
  return first < 0 ? old.length : first;
}

function elementsOf(blocks: IBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.elements, 0);
}
