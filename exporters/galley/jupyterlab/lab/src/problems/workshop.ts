/** What is done about problems: cells are changed here, files beside the notebook by the server. */

import { NotebookPanel } from '@jupyterlab/notebook';

import { LiveArticle } from '../shared/article';
import { changeSource } from '../shared/cells';
import { askException, askMending, IFinding, IMending, Refusal } from '../shared/server';
import { cellNumber, rangeOf } from './places';
import { ProblemWords } from './words';

/** What has been done, and how it is taken back. */
export interface IDone {
  said: string;
  undo: (() => string) | null;
  /** Files that were written. */
  files: string[];
}

type Edit = IMending['cells'][number];

export class Workshop {
  constructor(
    private readonly article: LiveArticle,
    private readonly words: ProblemWords
  ) {}

  /** Return what would change; nothing changes. */
  async whatChanges(keys: string[]): Promise<IMending> {
    const { context } = this.open();
    return askMending(context.path, context.model.toJSON(), keys);
  }

  /** Return what would change if the words were what was probably meant. */
  suggest(finding: IFinding): IMending {
    const cell = this.open().content.widgets.find(each => each.model.id === finding.cell);
    const before = cell?.model.sharedModel.getSource() ?? '';
    const range = rangeOf(finding, before);
    if (!range || !finding.cell) {
      throw new Refusal(this.words.cannotMend, 409);
    }
    const { from, to } = range;
    const excerpt = {
      head: lastWords(before.slice(0, from)),
      before: before.slice(from, to),
      after: finding.suggestion,
      tail: firstWords(before.slice(to))
    };
    const after = before.slice(0, from) + finding.suggestion + before.slice(to);
    return {
      steps: [{ key: finding.key, cell: finding.cell, file: null, excerpt }],
      cells: [{ cell: finding.cell, before, after }],
      files: [],
      changed: []
    };
  }

  /** Do what was shown. */
  async mend(keys: string[], shown: IMending): Promise<IDone> {
    const panel = this.open();
    const { context } = panel;
    let files: string[] = [];
    if (shown.files.length) {
      const written = await askMending(context.path, context.model.toJSON(), keys, true);
      files = written.files.filter(file => !written.changed.some(name => file.endsWith(name)));
      if (written.changed.length) {
        throw new Refusal(this.words.fileChanged(written.changed.join(', ')), 409);
      }
    }
    const done = this.change(panel, shown.cells);
    this.article.refresh();
    const places = [...done.map(edit => this.placeOf(panel, edit)), ...files];
    return {
      said: this.words.mended(places.join(', ')),
      undo: done.length ? () => this.takeBack(panel, done) : null,
      files
    };
  }

  /** Write into the front matter why a problem may stay. */
  async keep(finding: IFinding, reason: string): Promise<IDone> {
    const panel = this.open();
    const cell = panel.content.widgets.find(each => each.model.sharedModel.getSource().trim());
    if (!cell) {
      throw new Refusal(this.words.noFrontMatter, 400);
    }
    const before = cell.model.sharedModel.getSource();
    const after = await askException(before, finding.rule, reason);
    const done = this.change(panel, [{ cell: cell.model.id, before, after }]);
    return { said: this.words.kept, undo: () => this.takeBack(panel, done), files: [] };
  }

  private open(): NotebookPanel {
    const { panel } = this.article;
    if (!panel) {
      throw new Refusal(this.words.noProblemsYet, 400);
    }
    return panel;
  }

  private change(panel: NotebookPanel, edits: Edit[]): Edit[] {
    const done = edits.filter(edit => changed(panel, edit.cell, edit.before, edit.after));
    if (done.length < edits.length) {
      this.takeBack(panel, done);
      throw new Refusal(this.words.cellChanged, 409);
    }
    return done;
  }

  private takeBack(panel: NotebookPanel, edits: Edit[]): string {
    const back = edits.map(edit => changed(panel, edit.cell, edit.after, edit.before));
    return back.every(Boolean) ? this.words.undone : this.words.cannotUndo;
  }

  private placeOf(panel: NotebookPanel, edit: Edit): string {
    return `${this.words.cell} ${cellNumber(panel, edit.cell)}`;
  }
}

function changed(panel: NotebookPanel, id: string, before: string, after: string): boolean {
  const cell = panel.content.widgets.find(each => each.model.id === id);
  return !!cell && !panel.isDisposed && changeSource(cell.model, before, after);
}

/** The words of a line next to a change; more is not needed to find it. */
function firstWords(text: string): string {
  return text.split('\n', 1)[0].match(/^(?:\S*\s*){0,6}/)?.[0] ?? '';
}

function lastWords(text: string): string {
  return text.split('\n').pop()?.match(/(?:\s*\S*){0,6}$/)?.[0] ?? '';
}
