/** The article that the author works on: its notebook, its page, its findings. */

import { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import { ISignal, Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';

import { Refresher } from './refresher';
import { askPreview, IPreview, Refusal } from './server';

export class LiveArticle {
  constructor(tracker: INotebookTracker) {
    tracker.currentChanged.connect((_, panel) => this.follow(panel));
    tracker.activeCellChanged.connect((_, cell) => {
      if (cell && tracker.currentWidget === this.panel) {
        this.cellChosenSignal.emit(cell.model.id);
      }
    });
    this.follow(tracker.currentWidget);
  }

  /** The page or the findings are other ones now, or the server refused. */
  get changed(): ISignal<this, void> {
    return this.changedSignal;
  }

  /** The author went to another cell. */
  get cellChosen(): ISignal<this, string> {
    return this.cellChosenSignal;
  }

  panel: NotebookPanel | null = null;
  preview: IPreview | null = null;
  /** Why there is no newer page, in the server's words; "" if it had none. */
  trouble: string | null = null;

  get edition(): string {
    return this.chosenEdition;
  }

  set edition(edition: string) {
    this.chosenEdition = edition;
    this.refresher.ask(0);
  }

  /** Follow every change while a panel is open; else only what is opened and saved. */
  watchFor(panel: Widget): void {
    this.watchers.add(panel);
    panel.disposed.connect(() => this.watchers.delete(panel));
    this.refresher.ask(0);
  }

  private follow(panel: NotebookPanel | null): void {
    if (panel === this.panel) {
      return;
    }
    this.panel?.context.fileChanged.disconnect(this.onSaved, this);
    this.panel?.context.model?.contentChanged.disconnect(this.onChanged, this);
    Object.assign(this, { panel, preview: null, trouble: null, chosenEdition: '' });
    this.changedSignal.emit();
    panel?.context.fileChanged.connect(this.onSaved, this);
    panel?.context.model.contentChanged.connect(this.onChanged, this);
    this.refresher.ask(0);
  }

  private onSaved(): void {
    this.refresher.ask();
  }

  private onChanged(): void {
    if (this.watchers.size) {
      this.refresher.ask();
    }
  }

  private async refresh(): Promise<void> {
    const panel = this.panel;
    if (!panel) {
      return;
    }
    await panel.context.ready;
    const { context } = panel;
    if (context.isDisposed) {
      return;
    }
    const outcome = await previewOf(context.path, context.model.toJSON(), this.edition);
    if (panel === this.panel) {
      Object.assign(this, outcome);
      this.changedSignal.emit();
    }
  }

  private readonly changedSignal = new Signal<this, void>(this);
  private readonly cellChosenSignal = new Signal<this, string>(this);
  private readonly refresher = new Refresher(() => this.refresh());
  private chosenEdition = '';
  private readonly watchers = new Set<Widget>();
}

/** Return what has changed; a refusal leaves the last page where it is. */
async function previewOf(
  path: string,
  notebook: unknown,
  edition: string
): Promise<Partial<LiveArticle>> {
  try {
    return { preview: await askPreview(path, notebook, edition), trouble: null };
  } catch (error) {
    if (error instanceof Refusal && error.isOutrun) {
      return {};
    }
    return { trouble: error instanceof Refusal ? error.message : '' };
  }
}
