/** The panel with what should be mended: three things first, then the rest by cell. */

import { Message } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

import { LiveArticle } from '../shared/article';
import { goToCell, goToWords, IRange } from '../shared/cells';
import { problemsIcon } from '../shared/icons';
import { askRules, IFinding, IMending, IPreview, IRule } from '../shared/server';
import { button, element } from '../shared/elements';
import { IItemHost, ProblemItem } from './item';
import { finishNote } from './notes';
import { cellNumber, placeText, selectionOf } from './places';
import { ProblemWords } from './words';
import { IDone, Workshop } from './workshop';

/** What begins a text that only the author can write. */
const TODO = 'TODO:';

export class ProblemsPanel extends Widget implements IItemHost {
  constructor(
    private readonly article: LiveArticle,
    readonly words: ProblemWords,
    private readonly openFile: (file: string) => void
  ) {
    super();
    this.id = 'galley-problems';
    this.addClass('galley-problems');
    this.node.tabIndex = -1;
    this.title.icon = problemsIcon;
    this.title.closable = true;
    this.workshop = new Workshop(article, words);
    this.strip.setAttribute('role', 'status');
    this.advice.addEventListener('toggle', () => (this.showsAdvice = this.advice.open));
    this.node.append(this.strip, this.list);
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

  rule(id: string): IRule | undefined {
    return this.rules[id];
  }

  placeOf(finding: Pick<IFinding, 'cell' | 'line'>): string {
    return placeText(this.article.panel, finding, this.words);
  }

  alike(rule: string): IFinding[] {
    return this.findings().filter(each => each.rule === rule && each.can_be_mended);
  }

  goTo(finding: IFinding): void {
    const { panel } = this.article;
    if (panel && finding.cell && !finding.line) {
      void goToCell(panel, finding.cell);
    } else if (panel && finding.cell) {
      void goToWords(panel, finding.cell, source => selectionOf(finding, source));
    }
  }

  whatChanges(keys: string[]): Promise<IMending> {
    return this.workshop.whatChanges(keys);
  }

  suggest(finding: IFinding): IMending {
    return this.workshop.suggest(finding);
  }

  async mend(keys: string[], shown: IMending): Promise<void> {
    this.say(await this.workshop.mend(keys, shown));
    const todo = shown.steps.find(each => each.cell && each.excerpt?.after.includes(TODO));
    if (todo?.cell && this.article.panel) {
      await goToWords(this.article.panel, todo.cell, todoIn);
    }
  }

  async keep(finding: IFinding, reason: string): Promise<void> {
    this.say(await this.workshop.keep(finding, reason));
  }

  async finish(finding: IFinding): Promise<void> {
    this.say(await finishNote(this.article, finding, this.words));
  }

  /** Show a problem, and what mending it would change if that is asked. */
  reveal(key: string, isMended = false): void {
    // A panel that was opened just now has no items yet.
    this.wanted = { key, isMended };
    this.update();
  }

  protected override onCloseRequest(message: Message): void {
    super.onCloseRequest(message);
    this.dispose();
  }

  protected override onUpdateRequest(): void {
    const { preview, panel } = this.article;
    const findings = this.findings();
    const { problems } = this.words;
    this.title.label = findings.length ? `${problems} (${findings.length})` : problems;
    if (panel !== this.followed) {
      this.followed = panel;
      this.strip.replaceChildren();
      this.items = [];
    }
    const print = JSON.stringify([findings, this.places(findings)]);
    if (print !== this.printed) {
      this.printed = print;
      this.withFocus(() => this.list.replaceChildren(...this.contents(preview)));
    }
    this.revealWanted();
  }

  private revealWanted(): void {
    const { wanted } = this;
    const item = this.items.find(each => each.findings.some(({ key }) => key === wanted?.key));
    // Before it is laid out, nothing can be scrolled to.
    if (!wanted || !item || !this.node.clientHeight) {
      return;
    }
    this.wanted = null;
    this.advice.open ||= this.advice.contains(item.node);
    item.focus();
    const finding = item.findings.find(each => each.key === wanted.key);
    if (wanted.isMended && finding) {
      item.offerFor(finding);
    }
  }

  protected override onResize(message: Widget.ResizeMessage): void {
    super.onResize(message);
    this.revealWanted();
  }

  private findings(): IFinding[] {
    return this.article.preview?.findings ?? [];
  }

  private contents(preview: IPreview | null): HTMLElement[] {
    const { article, words } = this;
    if (article.trouble !== null && !preview) {
      return [element('p', 'galley-none', article.trouble || words.noAnswer)];
    }
    if (!preview?.findings.length) {
      return [element('p', 'galley-none', preview ? words.noProblems : words.noProblemsYet)];
    }
    const kept = this.items;
    this.items = [];
    const { first, rest } = preview.groups;
    const told = (numbers: number[][]): ProblemItem[] =>
      numbers.map(group => this.item(group.map(number => preview.findings[number]), kept));
    return this.sections(told(first), told(rest));
  }

  /** Return the item of a group; one that is there already stays as it was unfolded. */
  private item(findings: IFinding[], kept: ProblemItem[]): ProblemItem {
    const same = kept.find(each => !this.items.includes(each) && each.tellsOf(findings));
    same?.tell(findings);
    const item = same ?? new ProblemItem(findings, this);
    this.items.push(item);
    return item;
  }

  private sections(first: ProblemItem[], rest: ProblemItem[]): HTMLElement[] {
    const { words } = this;
    const folded = rest.filter(each => each.first.severity === 'advice');
    const shown = rest.filter(each => each.first.severity !== 'advice');
    const titles = rest.length ? words.first : words.few;
    const sections = first.length ? [section(titles[first.length - 1], first, 'ol')] : [];
    for (const items of this.byCell(shown)) {
      sections.push(section(this.placeOf({ cell: items[0].first.cell, line: null }), items));
    }
    if (folded.length) {
      const count = folded.reduce((sum, each) => sum + each.findings.length, 0);
      this.advice.replaceChildren(
        element('summary', '', words.advice(count)),
        listOf(folded, 'ul')
      );
      this.advice.open = this.showsAdvice;
      sections.push(this.advice);
    }
    return sections;
  }

  private byCell(items: ProblemItem[]): ProblemItem[][] {
    const cells = new Map<number, ProblemItem[]>();
    for (const item of items) {
      const number = cellNumber(this.article.panel, item.first.cell);
      cells.set(number, [...(cells.get(number) ?? []), item]);
    }
    return [...cells.entries()].sort(([a], [b]) => a - b).map(([, own]) => own);
  }

  /** Say what has been done, and offer to take it back. */
  private say(done: IDone): void {
    const { words } = this;
    const parts: (string | Node)[] = [element('span', '', done.said)];
    if (done.undo) {
      const { undo } = done;
      parts.push(
        button('', words.undo, () => {
          this.strip.replaceChildren(element('span', '', undo()));
        })
      );
    }
    for (const file of done.files) {
      parts.push(button('', words.openFile(file), () => this.openFile(file)));
    }
    this.strip.replaceChildren(...parts);
    this.node.scrollTop = 0;
    this.strip.querySelector('button')?.focus();
  }

  /** Do what makes elements anew; the author goes on where they were. */
  private withFocus(work: () => void): void {
    const { activeElement } = document;
    const item = this.items.find(each => each.node.contains(activeElement));
    const where = item?.focused();
    const top = this.node.scrollTop;
    work();
    this.node.scrollTop = top;
    if (item && activeElement instanceof HTMLElement && activeElement.isConnected) {
      activeElement.focus({ preventScroll: true });
    } else if (item && where && this.items.includes(item)) {
      item.focusAgain(where);
    }
  }

  private places(findings: IFinding[]): unknown[] {
    const { trouble, preview } = this.article;
    const rules = Object.keys(this.rules).length;
    return [trouble, !preview, rules, ...findings.map(each => this.placeOf(each))];
  }

  private readonly workshop: Workshop;
  private readonly strip = element('div', 'galley-strip');
  private readonly list = element('div', 'galley-list');
  private readonly advice = element('details', 'galley-group galley-folded');
  private items: ProblemItem[] = [];
  private wanted: { key: string; isMended: boolean } | null = null;
  private followed: LiveArticle['panel'] = null;
  private rules: Record<string, IRule> = {};
  private showsAdvice = false;
  private printed = '';
}

function section(title: string, items: ProblemItem[], kind: 'ul' | 'ol' = 'ul'): HTMLElement {
  return element('section', 'galley-group', element('h3', '', title), listOf(items, kind));
}

function listOf(items: ProblemItem[], kind: 'ul' | 'ol'): HTMLElement {
  return element(kind, '', ...items.map(item => item.node));
}

/** Return where a text is still to be written, so that it is written over. */
function todoIn(source: string): IRange {
  const from = source.indexOf(TODO);
  const end = source.indexOf('\n', from);
  return { from, to: end < 0 ? source.length : end };
}
