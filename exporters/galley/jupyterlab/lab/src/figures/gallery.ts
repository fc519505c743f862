/** All figures of the library, to look at, to search, and to insert. */

import { Dialog, showDialog } from '@jupyterlab/apputils';
import { Widget } from '@lumino/widgets';

import { button, element } from '../shared/elements';
import { badge } from './form';
import { Pictures } from './pictures';
import { askFigures, IFigure } from './server';
import { FigureWords } from './words';

export class Gallery {
  readonly node = element('div', 'galley-gallery');
  readonly pictures: Pictures;

  constructor(
    private readonly words: FigureWords,
    private readonly insert: (figure: IFigure) => void
  ) {
    this.pictures = new Pictures(words);
    this.search.type = 'search';
    this.search.placeholder = words.search;
    this.search.setAttribute('aria-label', words.search);
    this.kinds.setAttribute('aria-label', words.kind);
    const kinds = Object.entries(words.evidence).map(([kind, label]) => new Option(label, kind));
    this.kinds.append(new Option(words.everyKind, ''), ...kinds);
    this.search.addEventListener('input', () => this.filter());
    this.kinds.addEventListener('change', () => this.filter());
    this.none.setAttribute('role', 'status');
    const bar = element('div', 'galley-search');
    bar.append(this.search, this.kinds);
    this.node.append(bar, this.none, this.list);
  }

  /** List the figures, once. */
  async load(): Promise<void> {
    if (this.cards.length || this.isLoading) {
      return;
    }
    this.isLoading = true;
    this.say(this.words.loading);
    try {
      const figures = await askFigures();
      this.cards = figures.map(figure => ({ figure, node: this.card(figure) }));
      this.list.replaceChildren(...this.cards.map(({ node }) => node));
      this.filter();
    } catch {
      this.say(this.words.notListed);
    } finally {
      this.isLoading = false;
    }
  }

  private filter(): void {
    const wanted = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { figure, node } of this.cards) {
      const { name, title, shows, evidence } = figure;
      const kind = this.words.evidence[evidence];
      const said = `${name} ${title} ${shows} ${kind}`.replace(/_/g, ' ').toLowerCase();
      const fits = wanted.every(word => said.includes(word.replace(/_/g, ' ')));
      node.hidden = !fits || (this.kinds.value !== '' && this.kinds.value !== evidence);
      shown += node.hidden ? 0 : 1;
    }
    this.say(shown ? '' : this.words.nothingFound);
  }

  private say(text: string): void {
    this.none.textContent = text;
    this.none.hidden = !text;
  }

  private card(figure: IFigure): HTMLElement {
    const { words } = this;
    const card = element('li', 'galley-card');
    const larger = button('galley-enlarge', '', () => void this.enlarge(figure));
    larger.title = words.enlarge;
    larger.setAttribute('aria-label', `${words.enlarge}: ${figure.title}`);
    larger.append(this.pictures.place(figure.name));
    const insert = button('jp-mod-styled', words.insert, () => this.insert(figure));
    insert.title = words.insertHint;
    insert.setAttribute('aria-label', `${words.insert}: ${figure.title}`);
    const foot = element('div', 'galley-card-foot');
    foot.append(badge(figure.evidence, words), insert);
    card.append(larger, element('h3', 'galley-figure-title', figure.title));
    card.append(element('p', 'galley-shows', figure.shows), ...this.settings(figure), foot);
    return card;
  }

  private settings({ parameters, evidence }: IFigure): HTMLElement[] {
    if (!parameters.length) {
      return [];
    }
    const details = document.createElement('details');
    const list = element('ul', '');
    for (const { name, legal } of parameters) {
      // An author who fills a table first needs to know what there is.
      const told = legal && evidence !== 'table' ? `${name}: ${legal}` : name;
      list.append(element('li', '', told));
    }
    details.append(element('summary', '', this.words.settings), list);
    return [details];
  }

  private async enlarge(figure: IFigure): Promise<void> {
    const { words } = this;
    try {
      const { caption } = await this.pictures.get(figure.name);
      const body = new Widget();
      body.addClass('galley-large');
      body.node.append(await this.pictures.image(figure.name));
      body.node.append(badge(figure.evidence, words), element('p', '', caption || figure.shows));
      const buttons = [
        Dialog.cancelButton({ label: words.close }),
        Dialog.okButton({ label: words.insert })
      ];
      const { button: pressed } = await showDialog({ title: figure.title, body, buttons });
      if (pressed.accept) {
        this.insert(figure);
      }
    } catch {
      this.say(words.noPicture);
    }
  }

  private readonly search = document.createElement('input');
  private readonly kinds = document.createElement('select');
  private readonly none = element('p', 'galley-none');
  private readonly list = element('ul', 'galley-cards');
  private cards: { figure: IFigure; node: HTMLElement }[] = [];
  private isLoading = false;
}
