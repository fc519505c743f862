/** Where problems are: in which cell, at which words. */

import { NotebookPanel } from '@jupyterlab/notebook';

import { IRange } from '../shared/cells';
import { IFinding } from '../shared/server';
import { ProblemWords } from './words';

/** Return the number of a cell as people count, 0 where there is none. */
export function cellNumber(panel: NotebookPanel | null, cell: string | null): number {
  const cells = panel?.content.widgets ?? [];
  return cells.findIndex(each => each.model.id === cell) + 1;
}

/** Return for example “Cell 3, line 5”. */
export function placeText(
  panel: NotebookPanel | null,
  { cell, line }: Pick<IFinding, 'cell' | 'line'>,
  words: ProblemWords
): string {
  const number = cellNumber(panel, cell);
  if (!number) {
    return words.whole;
  }
  const place = `${words.cell} ${number}`;
  return line ? `${place}, ${words.line} ${line}` : place;
}

/** Return where the words of a finding stand by now; null where they are gone. */
export function rangeOf(finding: IFinding, source: string): IRange | null {
  const { words } = finding;
  if (!words) {
    return null;
  }
  const { start, end, text } = words;
  if (source.slice(start, end) === text) {
    return { from: start, to: end };
  }
  // Something before them was written or taken away since.
  const from = nearest(source, text, start);
  return from < 0 ? null : { from, to: from + text.length };
}

/** Return what is to be selected: words; of a whole line, its beginning alone. */
export function selectionOf(finding: IFinding, source: string): IRange {
  const range = rangeOf(finding, source);
  if (range) {
    return finding.words?.is_whole_line ? { from: range.from, to: range.from } : range;
  }
  const lines = source.split('\n').slice(0, (finding.line ?? 1) - 1);
  const from = Math.min(
    lines.reduce((sum, line) => sum + line.length + 1, 0),
    source.length
  );
  return { from, to: from };
}

function nearest(source: string, text: string, start: number): number {
  const after = source.indexOf(text, start);
  const before = source.lastIndexOf(text, start);
  if (after < 0 || before < 0) {
    return Math.max(after, before);
  }
  return after - start < start - before ? after : before;
}
