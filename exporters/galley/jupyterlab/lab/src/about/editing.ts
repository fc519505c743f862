/** Changing what an article says about itself, in the open notebook, so that it can be undone. */

import { NotebookPanel } from '@jupyterlab/notebook';

import { ask } from '../shared/server';

/** A field's value as plain JSON; what is empty or null goes. */
export type Changes = Record<string, unknown>;

const MOST_TRIES = 5;

interface IChanged {
  source: string;
  isNew: boolean;
}

/** The first cell with something in it. */
export function firstCell(panel: NotebookPanel): { kind: string; source: string; id: string } {
  const cells = panel.content.model?.cells ?? [];
  for (const cell of cells) {
    const source = cell.sharedModel.getSource();
    if (source.trim()) {
      return { kind: cell.type, source, id: cell.id };
    }
  }
  return { kind: 'raw', source: '', id: '' };
}

/** Change fields; where there is no front matter yet, a first cell is made for it. */
export async function changeAbout(panel: NotebookPanel, changes: Changes): Promise<void> {
  // What the author types meanwhile is not lost: then it is asked again, for the newer text.
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (await tryChange(panel, changes)) {
      return;
    }
  }
}

async function tryChange(panel: NotebookPanel, changes: Changes): Promise<boolean> {
  const { kind, source, id } = firstCell(panel);
  const { path } = panel.context;
  const body = JSON.stringify({ path, kind, source, changes });
  const changed = await ask<IChanged>('about', { method: 'POST', body });
  if (firstCell(panel).source !== source) {
    return false;
  }
  const notebook = panel.content.model?.sharedModel;
  if (changed.isNew) {
    notebook?.insertCell(0, { cell_type: 'raw', source: changed.source, metadata: {} });
  } else {
    const [start, end, text] = difference(source, changed.source);
    notebook?.cells.find(each => each.getId() === id)?.updateSource(start, end, text);
  }
  return true;
}

/** Return which part of a text is another one now, so that the cursor stays where it is. */
export function difference(before: string, after: string): [number, number, string] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) {
    start++;
  }
  let ending = 0;
  const most = Math.min(before.length, after.length) - start;
  while (ending < most && before.at(-1 - ending) === after.at(-1 - ending)) {
    ending++;
  }
  return [start, before.length - ending, after.slice(start, after.length - ending)];
}
