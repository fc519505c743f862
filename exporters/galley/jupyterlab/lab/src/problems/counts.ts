/** How many problems there are, in the status bar. */

import { Widget } from '@lumino/widgets';

import { LiveArticle } from '../shared/article';
import { SEVERITIES } from '../shared/server';
import { SIGNS } from './signs';
import { ProblemWords } from './words';

export class Counts extends Widget {
  constructor(
    private readonly article: LiveArticle,
    private readonly words: ProblemWords,
    onClicked: () => void
  ) {
    super();
    this.addClass('galley-counts');
    this.button.type = 'button';
    this.button.addEventListener('click', onClicked);
    this.said.className = 'galley-unseen';
    this.said.setAttribute('role', 'status');
    this.node.append(this.button, this.said);
    article.changed.connect(this.update, this);
    this.update();
  }

  protected override onUpdateRequest(): void {
    const counts = this.article.preview?.counts;
    this.button.hidden = !counts;
    if (!counts) {
      return;
    }
    this.sayOfNone(counts.error + counts.warning + counts.advice);
    const said = this.words.counts(counts.error, counts.warning, counts.advice);
    this.button.title = said;
    this.button.setAttribute('aria-label', said);
    this.button.replaceChildren(
      ...SEVERITIES.map(severity => {
        const part = document.createElement('span');
        part.className = counts[severity] ? `galley-${severity}` : '';
        const mark = document.createElement('i');
        mark.textContent = SIGNS[severity];
        part.append(mark, String(counts[severity]));
        return part;
      })
    );
  }

  /** Who hears the page is told when the last problem is gone. */
  private sayOfNone(total: number): void {
    const isSame = this.panel === this.article.panel;
    if (!isSame || total) {
      this.said.textContent = '';
    } else if (this.total) {
      this.said.textContent = this.words.noProblems;
    }
    this.panel = this.article.panel;
    this.total = total;
  }

  private panel: LiveArticle['panel'] = null;
  private total = 0;
  private readonly said = document.createElement('span');
  private readonly button = document.createElement('button');
}
