/** The panel with what should be mended, the gravest first. */

import { Message } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

import { LiveArticle } from '../shared/article';
import { goToCell } from '../shared/cells';
import { problemsIcon } from '../shared/icons';
import { askRules, IFinding, IRule, SEVERITIES, Severity } from '../shared/server';
import { ProblemWords } from './words';

export class ProblemsPanel extends Widget {
  constructor(
    private readonly article: LiveArticle,
    private readonly words: ProblemWords
  ) {
    super();
    this.id = 'galley-problems';
    this.addClass('galley-problems');
    this.node.tabIndex = -1;
    this.title.icon = problemsIcon;
    this.title.closable = true;
    article.changed.connect(this.update, this);
    void askRules().then(
      rules => {
        this.rules = rules;
        this.update();
      },
      () => undefined // without them, findings still say what is wrong and how to mend it
    );
    this.update();
  }

  protected override onCloseRequest(message: Message): void {
    super.onCloseRequest(message);
    this.dispose();
  }

  protected override onUpdateRequest(): void {
    const findings = this.article.preview?.findings ?? [];
    const { problems } = this.words;
    this.title.label = findings.length ? `${problems} (${findings.length})` : problems;
    const print = JSON.stringify([findings, this.places(findings)]);
    if (print !== this.printed || !this.node.firstChild) {
      this.printed = print;
      this.node.replaceChildren(...this.contents(findings));
    }
  }

  private contents(findings: IFinding[]): HTMLElement[] {
    const { article, words } = this;
    if (article.trouble !== null && !article.preview) {
      return [text('p', 'galley-none', article.trouble || words.noAnswer)];
    }
    if (!findings.length) {
      const none = article.preview ? words.noProblems : words.noProblemsYet;
      return [text('p', 'galley-none', none)];
    }
    return SEVERITIES.flatMap(severity => this.group(severity, findings));
  }

  private group(severity: Severity, findings: IFinding[]): HTMLElement[] {
    const own = findings.filter(finding => finding.severity === severity);
    if (!own.length) {
      return [];
    }
    const section = text('section', `galley-group galley-${severity}`, '');
    const list = text('ul', '', '');
    list.append(...own.map(finding => this.item(finding)));
    section.append(text('h3', '', `${this.words[severity]} (${own.length})`), list);
    return [section];
  }

  private item(finding: IFinding): HTMLElement {
    const item = text('li', 'galley-problem', '');
    item.append(this.button(finding));
    const rule = this.rules[finding.rule];
    if (rule?.why) {
      const why = text('details', '', '');
      why.append(text('summary', '', this.words.why), text('p', '', rule.why));
      item.append(why);
    }
    return item;
  }

  private button(finding: IFinding): HTMLElement {
    const { cell, line } = finding;
    const button = text('button', '', '') as HTMLButtonElement;
    button.type = 'button';
    button.append(
      text('span', 'galley-message', finding.message),
      text('span', 'galley-place', this.place(finding))
    );
    if (finding.fix) {
      button.append(text('span', 'galley-fix', `${this.words.fix}: ${finding.fix}`));
    }
    button.addEventListener('click', () => {
      const { panel } = this.article;
      if (panel && cell) {
        void goToCell(panel, cell, line);
      }
    });
    button.disabled = !cell;
    return button;
  }

  private place({ cell, line }: IFinding): string {
    const cells = this.article.panel?.content.widgets ?? [];
    const number = cells.findIndex(each => each.model.id === cell) + 1;
    if (!number) {
      return this.words.whole;
    }
    const place = `${this.words.cell} ${number}`;
    return line ? `${place}, ${this.words.line} ${line}` : place;
  }

  private places(findings: IFinding[]): unknown[] {
    const { trouble, preview } = this.article;
    return [trouble, !preview, Object.keys(this.rules).length, ...findings.map(f => this.place(f))];
  }

  private rules: Record<string, IRule> = {};
  private printed = '';
}

function text(tag: string, className: string, content: string): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = content;
  return node;
}
