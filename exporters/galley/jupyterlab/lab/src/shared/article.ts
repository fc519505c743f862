/** The article that the author works on: its notebook, its page, its findings. */

import { INotebookModel, INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import { ISignal, Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';

import { Asking } from './asking';
import { IPage, PageAsking, View } from './page';
import { Refresher } from './refresher';
import { IPreview, Refusal } from './server';

/** Findings come when the author pauses; the page does not wait for that. */
const PAUSE_MS = 400;

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

  /** The findings are other ones now, or the server refused. */
  get changed(): ISignal<this, void> {
    return this.changedSignal;
  }

  /** The page is another one now, or the server refused. */
  get pageChanged(): ISignal<this, void> {
    return this.pageChangedSignal;
  }

  /** The author went to another cell. */
  get cellChosen(): ISignal<this, string> {
    return this.cellChosenSignal;
  }

  panel: NotebookPanel | null = null;
  page: IPage | null = null;
  preview: IPreview | null = null;
  /** Why there is no newer page, in the server's words; "" if it had none. */
  pageTrouble: string | null = null;
  /** Why there are no newer findings. */
  trouble: string | null = null;

  /** Lead to a cell again, whose part of the page is a new one. */
  lookAt(cell: string): void {
    this.cellChosenSignal.emit(cell);
  }

  get edition(): string {
    return this.chosenEdition;
  }

  set edition(edition: string) {
    this.chosenEdition = edition;
    this.refreshAll();
  }

  get view(): View {
    return this.chosenView;
  }

  /** Show the page, or what is seen of it elsewhere. */
  set view(view: View) {
    this.chosenView = view;
    this.refreshAll();
  }

  /** Follow every change while a panel is open, and in articles; else what is opened and saved. */
  watchFor(panel: Widget): void {
    this.add(panel, this.watchers);
  }

  /** The same for a panel that shows the page. */
  watchPageFor(panel: Widget): void {
    this.add(panel, this.pageWatchers);
    this.watchFor(panel);
  }

  /** Look again, because a file beside the notebook was changed. */
  refresh(): void {
    this.refreshAll();
  }

  private add(panel: Widget, watchers: Set<Widget>): void {
    watchers.add(panel);
    panel.disposed.connect(() => watchers.delete(panel));
    this.refreshAll();
  }

  private follow(panel: NotebookPanel | null): void {
    if (panel === this.panel) {
      return;
    }
    this.panel?.context.fileChanged.disconnect(this.onSaved, this);
    this.panel?.context.model?.contentChanged.disconnect(this.onChanged, this);
    Object.assign(this, { panel, chosenEdition: '' });
    Object.assign(this, { page: null, preview: null, pageTrouble: null, trouble: null });
    this.changedSignal.emit();
    this.pageChangedSignal.emit();
    panel?.context.fileChanged.connect(this.onSaved, this);
    panel?.context.model.contentChanged.connect(this.onChanged, this);
    this.refreshAll();
  }

  private onSaved(): void {
    this.findings.ask(PAUSE_MS);
  }

  private onChanged(): void {
    if (this.pageWatchers.size) {
      this.pages.ask();
    }
    if (this.watchers.size || this.preview?.is_article) {
      this.findings.ask(PAUSE_MS);
    }
  }

  private refreshAll(): void {
    if (this.pageWatchers.size) {
      this.pages.ask();
    }
    this.findings.ask();
  }

  private async refreshPage(): Promise<void> {
    const asked = await this.outcome(this.pages, (path, model) =>
      this.pageAsking.ask(path, model, { edition: this.edition, view: this.view })
    );
    if (asked) {
      const { answer, trouble } = asked;
      Object.assign(this, { page: answer ?? this.page, pageTrouble: trouble });
      this.pageChangedSignal.emit();
    }
  }

  private async refreshFindings(): Promise<void> {
    const asked = await this.outcome(this.findings, (path, model) =>
      this.findingsAsking.ask(path, model, { edition: this.edition })
    );
    if (asked) {
      const { answer, trouble } = asked;
      Object.assign(this, { preview: answer ?? this.preview, trouble });
      this.changedSignal.emit();
    }
  }

  /** Return what came of a question; null where nobody waits for it any more. */
  private async outcome<Answer>(
    refresher: Refresher,
    question: (path: string, model: INotebookModel) => Promise<Answer>
  ): Promise<{ answer?: Answer; trouble: string | null } | null> {
    const panel = this.panel;
    await panel?.context.ready;
    if (!panel || panel.context.isDisposed) {
      return null;
    }
    try {
      const answer = await question(panel.context.path, panel.context.model);
      return panel === this.panel ? { answer, trouble: null } : null;
    } catch (error) {
      const refusal = error instanceof Refusal ? error : null;
      if (panel !== this.panel || refusal?.isOutrun) {
        return null;
      }
      if (refusal?.againAfterSeconds) {
        refresher.ask(refusal.againAfterSeconds * 1000);
      }
      return { trouble: refusal?.message ?? '' };
    }
  }

  private readonly changedSignal = new Signal<this, void>(this);
  private readonly pageChangedSignal = new Signal<this, void>(this);
  private readonly cellChosenSignal = new Signal<this, string>(this);
  private readonly pageAsking = new PageAsking();
  private readonly findingsAsking = new Asking<IPreview>('findings');
  private readonly pages = new Refresher(() => this.refreshPage());
  private readonly findings = new Refresher(() => this.refreshFindings());
  private readonly watchers = new Set<Widget>();
  private readonly pageWatchers = new Set<Widget>();
  private chosenEdition = '';
  private chosenView: View = 'page';
}
