/** Going from problem to problem with the keyboard. */

import { Cell } from '@jupyterlab/cells';
import { CodeMirrorEditor } from '@jupyterlab/codemirror';
import { NotebookPanel } from '@jupyterlab/notebook';

import { LiveArticle } from '../shared/article';
import { goToWords } from '../shared/cells';
import { IFinding } from '../shared/server';
import { cellNumber, rangeOf, selectionOf } from './places';
import { findingsAt, showTooltipAt } from './underlines';

/** A problem in the order of the text. */
interface IStop {
  finding: IFinding;
  cell: number;
  at: number;
}

export class Walk {
  constructor(private readonly article: LiveArticle) {}

  /** Whether the problems are known. */
  get isReady(): boolean {
    return this.article.preview !== null;
  }

  /** Go to the next problem, or to the one before; null where there is none. */
  async go(step: 1 | -1): Promise<IFinding | null> {
    const { panel } = this.article;
    const stops = panel ? this.stops(panel) : [];
    if (!panel || !stops.length) {
      return null;
    }
    const { finding } = this.following(stops, here(panel), step);
    this.last = finding.key;
    const cell = await goToWords(panel, finding.cell!, source => selectionOf(finding, source));
    const view = viewOf(cell);
    if (view) {
      showTooltipAt(view, view.state.selection.main.from);
    }
    return finding;
  }

  /** Return the problem at the cursor; one that can be mended before others. */
  here(): IFinding | null {
    const { panel, preview } = this.article;
    const view = viewOf(panel?.content.activeCell ?? null);
    const id = panel?.content.activeCell?.model.id;
    const inCell = (preview?.findings ?? []).filter(each => each.cell === id);
    const at = view ? findingsAt(view.state, view.state.selection.main.from) : [];
    const found = [...at, ...inCell];
    return found.find(each => each.can_be_mended || each.suggestion) ?? found[0] ?? null;
  }

  private stops(panel: NotebookPanel): IStop[] {
    return (this.article.preview?.findings ?? [])
      .map(finding => ({ finding, ...placeOf(panel, finding) }))
      .filter(stop => stop.cell)
      .sort(compare);
  }

  private following(stops: IStop[], here: Omit<IStop, 'finding'>, step: 1 | -1): IStop {
    const last = stops.findIndex(stop => stop.finding.key === this.last);
    const wasHere = last >= 0 && compare(stops[last], here) === 0;
    const ahead = stops.findIndex(stop => compare(stop, here) > 0);
    const behind = stops.filter(stop => compare(stop, here) < 0).length - 1;
    const next = step > 0 ? (ahead < 0 ? 0 : ahead) : behind;
    const index = wasHere ? last + step : next;
    return stops[(index + stops.length) % stops.length];
  }

  private last = '';
}

function placeOf(panel: NotebookPanel, finding: IFinding): { cell: number; at: number } {
  const cell = cellNumber(panel, finding.cell);
  const source = panel.content.widgets[cell - 1]?.model.sharedModel.getSource() ?? '';
  return { cell, at: rangeOf(finding, source)?.from ?? selectionOf(finding, source).from };
}

function here(panel: NotebookPanel): { cell: number; at: number } {
  const view = viewOf(panel.content.activeCell);
  const isWriting = panel.content.mode === 'edit';
  const at = isWriting && view ? view.state.selection.main.from : -1;
  return { cell: panel.content.activeCellIndex + 1, at };
}

function compare(a: { cell: number; at: number }, b: { cell: number; at: number }): number {
  return a.cell - b.cell || a.at - b.at;
}

function viewOf(cell: Cell | null): CodeMirrorEditor['editor'] | null {
  const editor = cell?.editor;
  return editor instanceof CodeMirrorEditor ? editor.editor : null;
}
