/** How many problems there are, in the status bar. */

import { Widget } from '@lumino/widgets';

import { LiveArticle } from '../shared/article';
import { SEVERITIES } from '../shared/server';
import { ProblemWords } from './words';

const MARKS = { error: '✕', warning: '▲', advice: '○' };

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
    this.node.append(this.button);
    article.changed.connect(this.update, this);
    this.update();
  }

  protected override onUpdateRequest(): void {
    const counts = this.article.preview?.counts;
    this.button.hidden = !counts;
    if (!counts) {
      return;
    }
    const said = this.words.counts(counts.error, counts.warning, counts.advice);
    this.button.title = said;
    this.button.setAttribute('aria-label', said);
    this.button.replaceChildren(
      ...SEVERITIES.map(severity => {
        const part = document.createElement('span');
        part.className = counts[severity] ? `galley-${severity}` : '';
        const mark = document.createElement('i');
        mark.textContent = MARKS[severity];
        part.append(mark, String(counts[severity]));
        return part;
      })
    );
  }

  private readonly button = document.createElement('button');
}
