/** The panel with all figures, and with the settings of the one in the chosen cell. */

import { Message } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

import { LiveArticle } from '../shared/article';
import { Choice } from '../shared/choice';
import { element } from '../shared/elements';
import { Refusal } from '../shared/server';
import { ChosenFigure } from './chosen';
import { Drawing } from './drawing';
import { FigureForm } from './form';
import { Gallery } from './gallery';
import { figuresIcon } from './icon';
import { insertFigure } from './inserting';
import { askForm, IFigure } from './server';
import { FigureWords } from './words';

type View = 'all' | 'chosen';

const FOLLOW_MS = 3000;

export class FiguresPanel extends Widget {
  constructor(
    private readonly article: LiveArticle,
    private readonly words: FigureWords
  ) {
    super();
    this.id = 'galley-figures';
    this.addClass('galley-figures');
    this.title.icon = figuresIcon;
    this.title.caption = words.figures;
    this.drawing = new Drawing();
    this.chosen = new ChosenFigure(article, this.drawing);
    this.gallery = new Gallery(words, figure => void this.insert(figure));
    this.form = new FigureForm(this.chosen, words, () => this.show_('all'));
    this.views = new Choice<View>(words.view, view => this.show_(view));
    this.saying.setAttribute('role', 'status');
    const bar = element('div', 'galley-bar');
    bar.append(this.views.node);
    this.node.append(bar, this.saying, this.gallery.node, this.form.node);
    this.views.offer([['all', words.all], ['chosen', words.chosen]], 'all');
    this.chosen.changed.connect(this.onChosen, this);
    this.say('');
    this.show_('all');
  }

  onTheme(): void {
    this.gallery.pictures.onTheme();
  }

  override dispose(): void {
    if (!this.isDisposed) {
      this.gallery.pictures.dispose();
      super.dispose();
    }
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this.chosen.isWatched = true;
    void this.gallery.load();
  }

  protected override onAfterHide(message: Message): void {
    super.onAfterHide(message);
    this.chosen.isWatched = false;
  }

  private show_(view: View): void {
    this.views.press(view);
    this.gallery.node.hidden = view !== 'all';
    this.form.node.hidden = view !== 'chosen';
  }

  /** Whoever goes to a cell with a figure wants to see that one. */
  private onChosen(): void {
    const { cell, form } = this.chosen;
    if (cell?.id !== this.inserted || this.chosen.drawn !== 'drawn') {
      this.say('');
    }
    if (form?.calls.length && cell?.id !== this.led) {
      this.led = cell?.id ?? '';
      this.show_('chosen');
      if (this.isInserting) {
        this.form.focusEmptyCaption();
      }
    } else if (form && !form.calls.length) {
      this.led = '';
    }
  }

  private async insert({ name, title }: IFigure): Promise<void> {
    const { article, words } = this;
    const { panel } = article;
    if (!panel) {
      return this.say(words.noNotebook);
    }
    try {
      this.isInserting = true;
      // While there is no page yet, the server looks into the front matter.
      const id = await insertFigure(panel, name, article.page?.lang ?? '');
      this.inserted = id;
      this.say(words.inserted(title));
      const { needs } = await askForm(panel, id);
      const drawn = await this.drawing.draw(panel, id, needs);
      if (drawn === 'drawn') {
        followPage(article, id);
      } else {
        this.say(drawn === 'failed' ? words.failed : words.noKernel);
      }
    } catch (error) {
      this.say((error instanceof Refusal && error.message) || words.notInserted);
    } finally {
      this.isInserting = false;
    }
  }

  private say(text: string): void {
    this.saying.textContent = text;
    this.saying.hidden = !text;
  }

  private readonly drawing: Drawing;
  private readonly chosen: ChosenFigure;
  private readonly gallery: Gallery;
  private readonly form: FigureForm;
  private readonly views: Choice<View>;
  private readonly saying = element('div', 'galley-saying');
  /** The cell to which the panel has turned by itself. */
  private led = '';
  /** The cell of which the panel has told that it is inserted. */
  private inserted: string | undefined;
  private isInserting = false;
}

/** Lead the page to a cell as soon as it shows what the cell draws. */
function followPage(article: LiveArticle, cell: string): void {
  const lead = (): void => {
    if (article.panel?.content.activeCell?.model.id === cell) {
      article.lookAt(cell);
    }
  };
  article.pageChanged.connect(lead);
  window.setTimeout(() => article.pageChanged.disconnect(lead), FOLLOW_MS);
}
