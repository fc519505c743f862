/** All articles of the site, those that need attention first. */

import { Contents } from '@jupyterlab/services';
import { Message } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

import { pageUrl } from '../publishing/server';
import { button, element } from '../shared/elements';
import { Refresher } from '../shared/refresher';
import { Refusal, SEVERITIES } from '../shared/server';
import { articlesIcon } from './icons';
import { askArticles, IArticle, IArticles } from './server';
import { ArticleWords } from './words';

const MARKS = { error: '✕', warning: '▲', advice: '○' };
// Below that the eye is faster.
const WORTH_A_FILTER = 8;
// A save is often followed by another.
const AFTER_SAVE_MS = 1500;

export interface IListActs {
  begin(): void;
  open(path: string): void;
  publish(path: string, title: string): void;
  exportOne(path: string): void;
  exportSite(folder: string): void;
}

export class ArticleList extends Widget {
  constructor(
    private readonly words: ArticleWords,
    private readonly folder: () => string,
    private readonly acts: IListActs
  ) {
    super();
    this.id = 'galley-articles';
    this.addClass('galley-articles');
    this.title.icon = articlesIcon;
    this.title.caption = words.articles;
    this.node.tabIndex = -1;
    this.fill();
  }

  /** Look again, if anybody sees it. */
  refresh(): void {
    if (this.isVisible) {
      this.refresher.ask();
    }
  }

  onFile(_: unknown, { type, newValue, oldValue }: Contents.IChangedArgs): void {
    const path = newValue?.path ?? oldValue?.path ?? '';
    if (this.isVisible && (type !== 'save' || /\.(ipynb|md|qmd|toml)$/.test(path))) {
      this.refresher.ask(AFTER_SAVE_MS);
    }
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this.refresher.ask(0);
  }

  private async look(): Promise<void> {
    const { words } = this;
    this.say(this.found ? '' : words.looking);
    this.node.setAttribute('aria-busy', 'true');
    try {
      this.found = await askArticles(this.folder());
      this.say(this.found.articles.length ? '' : words.none);
    } catch (error) {
      this.found = null;
      this.say((error instanceof Refusal && error.message) || words.noAnswer);
    }
    this.node.removeAttribute('aria-busy');
    this.show_();
  }

  private fill(): void {
    const { words, acts } = this;
    const bar = element('div', 'galley-articles-bar');
    bar.append(
      button('', words.newArticle, () => acts.begin()),
      button('', words.exportSite, () => acts.exportSite(this.found?.folder ?? this.folder())),
      button('', words.refresh, () => this.refresher.ask(0))
    );
    Object.assign(this.filter, { type: 'search', placeholder: words.filter, hidden: true });
    this.filter.setAttribute('aria-label', words.filter);
    this.filter.addEventListener('input', () => this.show_());
    this.saying.setAttribute('role', 'status');
    this.list.setAttribute('aria-label', words.articles);
    this.node.append(element('h2', '', words.articles), bar, this.filter, this.saying, this.list);
  }

  private say(words: string): void {
    this.saying.textContent = words;
    this.saying.hidden = !words;
  }

  private show_(): void {
    const articles = this.found?.articles ?? [];
    this.filter.hidden = articles.length < WORTH_A_FILTER;
    const wanted = this.filter.hidden ? '' : this.filter.value.trim().toLowerCase();
    const shown = articles.filter(each =>
      `${each.title} ${each.file} ${this.stateOf(each)}`.toLowerCase().includes(wanted)
    );
    this.list.replaceChildren(...shown.map(each => this.item(each)));
  }

  private item(article: IArticle): HTMLElement {
    const { words, acts } = this;
    const title = article.title || article.file;
    const item = element('li', `galley-article galley-is-${this.stateKey(article).replace(' ', '-')}`);
    const name = button('', title, () => acts.open(article.file));
    name.className = 'galley-article-title';
    name.title = article.file;
    const facts = element('div', 'galley-article-facts');
    facts.append(
      element('span', 'galley-article-state', this.stateOf(article)),
      element('span', '', words.languages[article.lang] ?? article.lang),
      this.counts(article),
      element('span', '', article.reviewed ? words.reviewed(article.reviewed) : words.neverReviewed)
    );
    item.append(name, facts);
    for (const note of this.notes(article)) {
      item.append(element('p', 'galley-article-note', note));
    }
    item.append(this.row(article, title));
    return item;
  }

  /** What speaks against an article, the worst first. */
  private notes(article: IArticle): string[] {
    const { words } = this;
    return [
      article.problem ?? '',
      ...article.notices.map(({ key, kind }) => words.cites(key, kind)),
      article.is_overdue ? words.wasDue(article.review_by ?? '') : '',
      article.state === 'held back' ? words.heldBack : '',
      article.has_newer_text ? words.olderPage : '',
      article.behind_original ? words.behind : '',
      article.no_longer_signed.length ? words.unsigned : ''
    ].filter(Boolean);
  }

  private row(article: IArticle, title: string): HTMLElement {
    const { words, acts } = this;
    const row = element('div', 'galley-article-acts');
    if (!article.problem || article.state !== 'failing') {
      row.append(
        labelled(button('', words.publish, () => acts.publish(article.file, title)), title),
        labelled(button('', words.exportOne, () => acts.exportOne(article.file)), title)
      );
    }
    if (article.page && this.found) {
      const link = element('a', '', words.page);
      const href = pageUrl(this.found.site, article.page);
      Object.assign(link, { href, target: '_blank', rel: 'noopener noreferrer' });
      row.append(link);
    }
    return row;
  }

  private counts({ findings }: IArticle): HTMLElement {
    const { error = 0, warning = 0, advice = 0 } = findings;
    const said = this.words.counts(error, warning, advice);
    const counts = element('span', 'galley-article-counts');
    counts.title = said;
    counts.setAttribute('role', 'img');
    counts.setAttribute('aria-label', said);
    for (const severity of SEVERITIES) {
      if (findings[severity]) {
        counts.append(
          element('span', `galley-${severity}`, `${MARKS[severity]} ${findings[severity]}`)
        );
      }
    }
    return counts;
  }

  private stateKey({ state, problem, is_overdue, page }: IArticle): string {
    if (state === 'failing') {
      return problem ? 'unreadable' : 'failing';
    }
    if (state === 'published') {
      return is_overdue ? 'overdue' : page ? 'published' : 'ready';
    }
    return state;
  }

  private stateOf(article: IArticle): string {
    return this.words.states[this.stateKey(article)] ?? article.state;
  }

  private readonly saying = element('p', 'galley-none');
  private readonly list = element('ul', '');
  private readonly filter = document.createElement('input');
  private readonly refresher = new Refresher(() => this.look());
  private found: IArticles | null = null;
}

/** Say which article a button is for, to those who do not see where it stands. */
function labelled(node: HTMLElement, title: string): HTMLElement {
  node.setAttribute('aria-label', `${node.textContent}: ${title}`);
  return node;
}
