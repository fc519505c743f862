/** The figure in the chosen cell: its form, and what the author changes in it. */

import { ICodeCellModel } from '@jupyterlab/cells';
import { NotebookPanel } from '@jupyterlab/notebook';
import { ISignal, Signal } from '@lumino/signaling';

import { LiveArticle } from '../shared/article';
import { Refresher } from '../shared/refresher';
import { Refusal } from '../shared/server';
import { Drawing, Drawn } from './drawing';
import { replaceSource } from './source';
import { askChange, askForm, IChange, IForm } from './server';

const DRAW_AFTER_MS = 350;

export class ChosenFigure {
  constructor(
    private readonly article: LiveArticle,
    private readonly drawing: Drawing
  ) {
    article.cellChosen.connect(this.follow, this);
    article.changed.connect(this.follow, this);
  }

  /** Another form, or another value in it, or a refusal. */
  get changed(): ISignal<this, void> {
    return this.changedSignal;
  }

  /** Nothing where no code cell is chosen. */
  cell: ICodeCellModel | null = null;
  form: IForm | null = null;
  /** Why the newest change of a field was not made; the field is named first. */
  refused: [string, string] | null = null;
  drawn: Drawn = 'drawn';
  drawsAgain = true;

  /** Nobody looks: then nothing is asked. */
  set isWatched(isWatched: boolean) {
    if (isWatched !== this.watched) {
      this.watched = isWatched;
      this.reader.ask(0);
    }
  }

  /** Change a field; of changes that wait, the newest of each field is made. */
  change(change: IChange): void {
    this.waiting.set(keyOf(change), change);
    this.changer.ask(0);
  }

  drawNow(): void {
    this.drawer.ask(0);
  }

  private follow(): void {
    const active = this.article.panel?.content.activeCell?.model ?? null;
    const cell = active?.type === 'code' ? (active as ICodeCellModel) : null;
    if (cell === this.cell && this.article.panel === this.panel) {
      return;
    }
    this.cell?.contentChanged.disconnect(this.onTyped, this);
    cell?.contentChanged.connect(this.onTyped, this);
    this.waiting.clear();
    Object.assign(this, { cell, panel: this.article.panel, form: null, read: '', refused: null });
    this.drawn = 'drawn';
    this.changedSignal.emit();
    this.reader.ask(0);
  }

  private onTyped(): void {
    if (this.cell?.sharedModel.getSource() !== this.read) {
      this.reader.ask();
    }
  }

  private async readForm(): Promise<void> {
    const { cell, panel } = this;
    if (!this.watched || !cell || !panel || panel.isDisposed) {
      return;
    }
    const source = cell.sharedModel.getSource();
    if (this.form && source === this.read) {
      return;
    }
    try {
      this.show(cell, source, await askForm(panel, cell.id));
    } catch (error) {
      const problem = error instanceof Refusal ? error.message : '';
      this.show(cell, source, { calls: [], options: {}, needs: [], problem });
    }
  }

  private async makeChanges(): Promise<void> {
    for (const [key, change] of this.waiting) {
      this.waiting.delete(key);
      await this.makeChange(change);
    }
  }

  private async makeChange(change: IChange): Promise<void> {
    const { cell, panel } = this;
    if (!cell || !panel || panel.isDisposed) {
      return;
    }
    const before = cell.sharedModel.getSource();
    try {
      const { source, form } = await askChange(panel, cell.id, change);
      if (cell !== this.cell || cell.sharedModel.getSource() !== before) {
        // The author went on writing; what was answered is about another text.
        return;
      }
      this.show(cell, source, form);
      replaceSource(cell.sharedModel, source);
    } catch (error) {
      this.refused = [keyOf(change), error instanceof Refusal ? error.message : ''];
      this.changedSignal.emit();
      return;
    }
    if (change.call !== null && this.drawsAgain) {
      this.drawer.ask(DRAW_AFTER_MS);
    }
  }

  private show(cell: ICodeCellModel, source: string, form: IForm): void {
    if (cell === this.cell) {
      Object.assign(this, { form, read: source, refused: null });
      this.changedSignal.emit();
    }
  }

  private async draw(): Promise<void> {
    const { cell, panel, form } = this;
    if (cell && panel && !panel.isDisposed) {
      this.drawn = await this.drawing.draw(panel, cell.id, form?.needs ?? []);
      this.changedSignal.emit();
    }
  }

  private readonly changedSignal = new Signal<this, void>(this);
  private readonly reader = new Refresher(() => this.readForm());
  private readonly changer = new Refresher(() => this.makeChanges());
  private readonly drawer = new Refresher(() => this.draw());
  private readonly waiting = new Map<string, IChange>();
  private panel: NotebookPanel | null = null;
  private watched = false;
  /** The text of which `form` is the form. */
  private read = '';
}

/** Return what tells one field of a cell from another. */
export function keyOf({ call, name }: Pick<IChange, 'call' | 'name'>): string {
  return `${call ?? 'cell'} ${name}`;
}
