/** The panel "About this article": the front matter of the open notebook as a form. */

import { NotebookPanel } from '@jupyterlab/notebook';
import { Message } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

import { LiveArticle } from '../shared/article';
import { goToCell } from '../shared/cells';
import { Refresher } from '../shared/refresher';
import { IFinding, Refusal } from '../shared/server';
import { changeAbout, firstCell } from './editing';
import { Form, ITold } from './form';
import { aboutIcon } from './icons';
import { askAbout, IAbout } from './server';
import { AboutWords } from './words';

const MISSING = /^front-matter-missing-(.+)$/;
// Rules of which a field is the subject, wherever the finding stands.
const OF_FIELD: Record<string, string> = {
  'category-unknown': 'category',
  'funding-missing': 'funding',
  'lang-contradicts-file-name': 'lang',
  'lang-not-in-site': 'lang'
};

export class AboutPanel extends Widget {
  constructor(
    private readonly article: LiveArticle,
    private readonly words: AboutWords
  ) {
    super();
    this.id = 'galley-about';
    this.addClass('galley-about');
    this.node.tabIndex = -1;
    this.title.icon = aboutIcon;
    this.title.caption = words.about;
    this.form = new Form(words, (name, value) => this.change(name, value));
    const heading = document.createElement('h2');
    heading.textContent = words.about;
    this.saying.setAttribute('role', 'status');
    this.node.append(heading, this.saying, this.form.node);
    this.say(words.noNotebook);
    article.changed.connect(this.onFindings, this);
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    if (!this.isWatching) {
      this.isWatching = true;
      this.article.watchFor(this);
    }
    this.follow();
    this.refresher.ask(0);
  }

  private onFindings(): void {
    this.follow();
    if (this.isVisible) {
      this.refresher.ask();
    }
  }

  private follow(): void {
    const { panel } = this.article;
    if (panel === this.followed) {
      return;
    }
    this.followed?.context.model?.contentChanged.disconnect(this.onContent, this);
    this.followed = panel;
    this.refused = {};
    this.pending = {};
    panel?.context.model.contentChanged.connect(this.onContent, this);
    this.refresher.ask(0);
  }

  private onContent(): void {
    if (this.isVisible) {
      this.refresher.ask();
    }
  }

  private async look(): Promise<void> {
    const { panel } = this.article;
    await panel?.context.ready;
    if (!panel || panel.isDisposed) {
      this.say(this.words.noNotebook);
      return;
    }
    const { kind, source } = firstCell(panel);
    try {
      const about = await askAbout(panel.context.path, kind, source);
      if (panel === this.article.panel) {
        this.display(panel, about);
      }
    } catch (error) {
      if (!(error instanceof Refusal && error.isOutrun)) {
        this.say((error instanceof Refusal && error.message) || this.words.noAnswer);
      }
    }
  }

  private display(panel: NotebookPanel, about: IAbout): void {
    const { words } = this;
    const isReadable = about.state === 'ready' || about.state === 'none';
    const said = {
      ready: '',
      none: words.none,
      broken: `${words.broken} ${about.message}.`,
      elsewhere: words.elsewhere
    }[about.state];
    this.say(said, isReadable ? null : () => void goToCell(panel, firstCell(panel).id));
    this.form.node.hidden = !isReadable;
    this.form.show({ ...about.values, ...this.pending }, about.known);
    this.form.tell(this.told(panel, about));
  }

  /** Return by field what the checks say, and what the server refused. */
  private told(panel: NotebookPanel, { lines }: IAbout): Record<string, ITold[]> {
    const told: Record<string, ITold[]> = {};
    const own = firstCell(panel).id;
    for (const finding of this.article.preview?.findings ?? []) {
      const field = fieldOf(finding, own, lines);
      if (field) {
        (told[field] ??= []).push(finding);
      }
    }
    for (const [field, message] of Object.entries(this.refused)) {
      (told[field] ??= []).unshift({ severity: 'error', message, fix: '' });
    }
    return told;
  }

  /** Change one field after the other, so that each sees what the one before it has written. */
  private change(name: string, value: unknown): void {
    const { panel } = this.article;
    if (!panel) {
      return;
    }
    this.pending[name] = value;
    delete this.refused[name];
    this.queue = this.queue.then(() => this.write(panel, name));
  }

  private async write(panel: NotebookPanel, name: string): Promise<void> {
    if (!(name in this.pending)) {
      return;
    }
    const value = this.pending[name];
    try {
      await changeAbout(panel, { [name]: value });
    } catch (error) {
      this.refused[name] = (error instanceof Refusal && error.message) || this.words.noAnswer;
    }
    if (this.pending[name] === value) {
      delete this.pending[name];
    }
    this.refresher.ask();
  }

  private say(words: string, goTo: (() => void) | null = null): void {
    this.saying.replaceChildren(words);
    this.saying.hidden = !words;
    this.form.node.hidden = words === this.words.noNotebook;
    if (goTo) {
      const button = document.createElement('button');
      Object.assign(button, { type: 'button', textContent: this.words.goToCell });
      button.addEventListener('click', goTo);
      this.saying.append(' ', button);
    }
  }

  private readonly saying = document.createElement('p');
  private readonly form: Form;
  private readonly refresher = new Refresher(() => this.look());
  private isWatching = false;
  private followed: NotebookPanel | null = null;
  private refused: Record<string, string> = {};
  /** What the author has changed and the notebook does not say yet. */
  private pending: Record<string, unknown> = {};
  private queue: Promise<void> = Promise.resolve();
}

/** Return the field that a finding is about; empty where it is about another part. */
function fieldOf(
  { rule, cell, line: at }: IFinding,
  own: string,
  lines: Record<string, [number, number]>
): string {
  const missing = MISSING.exec(rule);
  if (missing) {
    return missing[1].replace(/-/g, '_');
  }
  if (rule in OF_FIELD) {
    return OF_FIELD[rule];
  }
  if (cell !== own || !at) {
    return '';
  }
  const found = Object.entries(lines).find(([, [first, last]]) => first <= at && at <= last);
  return found?.[0] ?? '';
}

