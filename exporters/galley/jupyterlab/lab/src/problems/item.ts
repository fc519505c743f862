/** One problem in the list: what is wrong, where, how to mend it, and what can be done at once. */

import { IFinding, IMending, IRule } from '../shared/server';
import { button, element } from '../shared/elements';
import { offerNode } from './offer';
import { reasonNode } from './reason';
import { SIGNS } from './signs';
import { ProblemWords, sentenceCase, severityWord } from './words';

/** What an item asks of the panel. */
export interface IItemHost {
  readonly words: ProblemWords;
  rule(id: string): IRule | undefined;
  placeOf(finding: Pick<IFinding, 'cell' | 'line'>): string;
  /** All that is found by the same rule and can be mended. */
  alike(rule: string): IFinding[];
  goTo(finding: IFinding): void;
  whatChanges(keys: string[]): Promise<IMending>;
  suggest(finding: IFinding): IMending;
  mend(keys: string[], shown: IMending): Promise<void>;
  keep(finding: IFinding, reason: string): Promise<void>;
  /** What a colleague said has been dealt with. */
  finish(finding: IFinding): Promise<void>;
}

type Part = 'use' | 'mend' | 'all' | 'keep' | 'about';

export class ProblemItem {
  readonly node = element('li', 'galley-problem');
  private part: Part | null = null;
  private readonly unfolded = element('div', 'galley-unfolded');
  findings: IFinding[] = [];

  constructor(
    findings: IFinding[],
    private readonly host: IItemHost
  ) {
    this.node.classList.add(`galley-${findings[0].severity}`);
    this.node.append(this.unfolded);
    this.tell(findings);
  }

  get first(): IFinding {
    return this.findings[0];
  }

  /** Whether it begins with the same, perhaps at a line that has moved. */
  tellsOf([{ rule, cell, message }]: IFinding[]): boolean {
    const { first } = this;
    return rule === first.rule && cell === first.cell && message === first.message;
  }

  /** Tell findings; what is unfolded stays. */
  tell(findings: IFinding[]): void {
    this.findings = findings;
    // What is unfolded is not touched: somebody may be writing in it.
    while (this.node.firstChild && this.node.firstChild !== this.unfolded) {
      this.node.firstChild.remove();
    }
    this.node.prepend(this.goButton(), ...this.again(), this.fix());
    if (this.part === 'about') {
      // The reasons may have come later than the findings.
      this.unfolded.replaceChildren(this.reasons());
    }
  }

  focus(): void {
    this.node.scrollIntoView({ block: 'start' });
    this.focusAgain(this.first.cell ? '.galley-go' : '[data-part]');
  }

  /** Return a selector of what has the focus. */
  focused(): string {
    const { activeElement } = document;
    const part = activeElement instanceof HTMLElement && activeElement.dataset.part;
    return part ? `[data-part='${part}']` : '.galley-go';
  }

  focusAgain(selector: string): void {
    this.node.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }

  /** Show how one of the findings can be mended, if it can. */
  offerFor(finding: IFinding): void {
    if (finding.suggestion) {
      this.offerWord(finding);
    } else if (finding.can_be_mended) {
      void this.offer('mend', [finding]);
    }
  }

  /** Show what mending would change. */
  private async offer(part: Part, asked: IFinding[]): Promise<void> {
    const keys = asked.map(finding => finding.key);
    try {
      this.ask(part, keys, await this.host.whatChanges(keys));
    } catch (error) {
      this.refuse(error);
    }
  }

  private offerWord(finding: IFinding): void {
    try {
      this.ask('use', [finding.key], this.host.suggest(finding));
    } catch (error) {
      this.refuse(error);
    }
  }

  private ask(part: Part, keys: string[], shown: IMending): void {
    const { host } = this;
    if (!shown.steps.length) {
      throw new Error(host.words.cannotMend);
    }
    const place = (cell: string): string => host.placeOf({ cell, line: null });
    const answer = (isAgreed: boolean): void =>
      isAgreed ? void this.agree(keys, shown) : this.fold();
    this.unfold(part, offerNode(shown, place, host.words, answer));
  }

  private async agree(keys: string[], shown: IMending): Promise<void> {
    try {
      await this.host.mend(keys, shown);
      this.unfolded.replaceChildren();
    } catch (error) {
      this.refuse(error);
    }
  }

  private async finish(finding: IFinding): Promise<void> {
    try {
      await this.host.finish(finding);
    } catch (error) {
      this.refuse(error);
    }
  }

  private goButton(): HTMLElement {
    const { first, host } = this;
    const sign = element('span', 'galley-sign', SIGNS[first.severity]);
    sign.setAttribute('role', 'img');
    sign.setAttribute('aria-label', severityWord(first.severity, host.words));
    const go = button('galley-go', '', () => host.goTo(first));
    go.append(
      sign,
      element('span', 'galley-message', sentenceCase(first.message)),
      element('span', 'galley-place', host.placeOf(first))
    );
    go.disabled = !first.cell;
    return go;
  }

  /** What to do, what that costs, and what can be done at once. */
  private fix(): HTMLElement {
    const { first, host } = this;
    const cost = host.rule(first.rule)?.cost;
    const said = [first.fix && `${host.words.fix}: ${first.fix}`, cost && `(${cost})`];
    const text = element('span', 'galley-todo', said.filter(Boolean).join(' '));
    return element('div', 'galley-remedy', text, this.actions());
  }

  /** Where else it is found; and what is said there, where that is something else. */
  private again(): HTMLElement[] {
    const [first, ...more] = this.findings;
    if (!more.length) {
      return [];
    }
    const isSame = more.every(each => each.message === first.message);
    const links = more.map(each => {
      const place = this.host.placeOf(each);
      return button('galley-link', isSame ? place : `${place}: ${each.message}`, () =>
        this.host.goTo(each)
      );
    });
    const list = element('div', isSame ? 'galley-again' : 'galley-again galley-each', ...links);
    list.prepend(element('span', '', this.host.words.again(more.length)));
    return [list];
  }

  private actions(): HTMLElement {
    const { first, host } = this;
    const { words } = host;
    const row = element('div', 'galley-actions');
    const all = host.alike(first.rule);
    const mendable = this.mendable();
    for (const each of this.findings.filter(finding => finding.suggestion)) {
      const label = words.useWord(each.suggestion);
      row.append(this.toggle('use', label, () => this.offerWord(each), words.mendHint));
    }
    if (mendable.length && (mendable.length < all.length || all.length === 1)) {
      row.append(this.toggle('mend', words.mend, () => void this.offer('mend', mendable), words.mendHint));
    }
    if (mendable.length && all.length > 1) {
      const label = words.mendAll(all.length);
      row.append(this.toggle('all', label, () => void this.offer('all', all), words.mendHint));
    }
    for (const each of this.findings.filter(finding => finding.note)) {
      row.append(button('', words.done, () => void this.finish(each), words.doneHint));
    }
    if (first.may_stay) {
      row.append(this.toggle('keep', words.keep, () => this.askReason(), words.keepHint));
    }
    row.append(this.toggle('about', words.about, () => this.explain()));
    return row;
  }

  private toggle(part: Part, label: string, onOpened: () => void, hint = ''): HTMLElement {
    const node = button('', label, () => (this.part === part ? this.fold() : onOpened()), hint);
    node.dataset.part = part;
    node.setAttribute('aria-expanded', String(this.part === part));
    return node;
  }

  private mendable(): IFinding[] {
    return this.findings.filter(each => each.can_be_mended);
  }

  private askReason(): void {
    const { first, host } = this;
    const keep = async (reason: string): Promise<void> => {
      await host.keep(first, reason);
      this.fold();
    };
    this.unfold('keep', reasonNode(host.words, keep, () => this.fold()));
  }

  private explain(): void {
    this.unfold('about', this.reasons(), false);
  }

  private reasons(): HTMLElement {
    const { first, host } = this;
    const rule = host.rule(first.rule);
    const node = element('div', 'galley-reasons');
    if (rule) {
      node.append(element('p', '', `${sentenceCase(rule.what)}. ${rule.why}`));
    }
    node.append(...examples(rule, host.words));
    const id = element('code', '', first.rule);
    node.append(element('p', '', `${host.words.rule}: `, id, rule ? ` (${rule.group})` : ''));
    return node;
  }

  private unfold(part: Part, node: HTMLElement, takesFocus = true): void {
    this.part = part;
    this.unfolded.replaceChildren(node);
    this.markOpen();
    node.scrollIntoView({ block: 'nearest' });
    if (takesFocus) {
      node.querySelector<HTMLElement>('input, .galley-main')?.focus();
    }
  }

  private fold(): void {
    const opener = this.node.querySelector<HTMLElement>(`[data-part='${this.part}']`);
    this.part = null;
    this.unfolded.replaceChildren();
    this.markOpen();
    opener?.focus();
  }

  private markOpen(): void {
    for (const each of this.node.querySelectorAll<HTMLElement>('[data-part]')) {
      each.setAttribute('aria-expanded', String(each.dataset.part === this.part));
    }
  }

  private refuse(error: unknown): void {
    const said = (error instanceof Error && error.message) || this.host.words.noAnswer;
    const node = element('p', 'galley-refusal', said);
    node.setAttribute('role', 'alert');
    this.unfold('mend', node, false);
  }

}


/** Return what a rule objects to, and how that can be said instead. */
function examples(rule: IRule | undefined, words: ProblemWords): HTMLElement[] {
  const pairs: [string, string | undefined][] = [
    [words.notSo, rule?.bad],
    [words.better, rule?.good]
  ];
  return pairs
    .filter(([, text]) => text)
    .map(([label, text]) =>
      element('div', 'galley-example', `${label}:`, element('pre', '', text ?? ''))
    );
}
