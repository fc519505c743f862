/** Which problems each cell has: what editors underline and cells wear at their side. */

import { ICellModel } from '@jupyterlab/cells';
import { CodeEditor } from '@jupyterlab/codeeditor';
import { ISignal, Signal } from '@lumino/signaling';

import { LiveArticle } from '../shared/article';
import { IFinding } from '../shared/server';

/** What can be done about a problem from where it stands in the text. */
export interface IProblemActions {
  mend(finding: IFinding): void;
  showInList(finding: IFinding): void;
}

export class Marks {
  constructor(private readonly article: LiveArticle) {
    article.changed.connect(this.onArticle, this);
  }

  /** Other problems are known, or they are to be marked no longer. */
  get changed(): ISignal<this, void> {
    return this.changedSignal;
  }

  /** Set by whoever shows the list. */
  actions: IProblemActions | null = null;

  get areShown(): boolean {
    return this.shown;
  }

  set areShown(shown: boolean) {
    this.shown = shown;
    this.changedSignal.emit();
  }

  /** The list of problems is open: then those of any notebook are marked. */
  set isListOpen(isOpen: boolean) {
    this.listOpen = isOpen;
    this.changedSignal.emit();
  }

  /**
   * Return the problems of a cell; null where nothing is known of it just now, and what is marked
   * may stay.
   */
  of(model: CodeEditor.IModel): IFinding[] | null {
    const { panel, preview } = this.article;
    const shared = panel?.context.model?.sharedModel;
    const isOurs = isCell(model) && !!shared && shared.cells.includes(model.sharedModel);
    if (!isOurs || !preview) {
      return isOurs || this.shown ? null : [];
    }
    const areMarked = this.shown && (preview.is_article || this.listOpen);
    return areMarked ? preview.findings.filter(each => each.cell === model.id) : [];
  }

  private onArticle(): void {
    this.changedSignal.emit();
  }

  private readonly changedSignal = new Signal<this, void>(this);
  private shown = true;
  private listOpen = false;
}

export function isCell(model: CodeEditor.IModel): model is ICellModel {
  return 'id' in model && 'type' in model;
}
