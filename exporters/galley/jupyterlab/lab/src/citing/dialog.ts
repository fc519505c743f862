/** The dialog in which an author adds a work to the bibliography. */

import { Dialog } from '@jupyterlab/apputils';
import { Message } from '@lumino/messaging';
import { ISignal, Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';

import { Refusal } from '../shared/server';
import { Refresher } from '../shared/refresher';
import { button, element } from '../shared/elements';
import { formatted } from './options';
import { IAdded, IPasted, IRemark, ISame, References } from './references';
import { CitingWords } from './words';

/** What came of it: the citations to write, and what was added for them. */
export interface IOutcome {
  cites: string[];
  added: IAdded | null;
}

/** Ask for a work; null where the author wants none. */
export async function askReference(
  references: References,
  words: CitingWords,
  article: { path: string; lang: string },
  given: { text: string; canCite: boolean }
): Promise<IOutcome | null> {
  const form = new ReferenceForm(references, words, article, given.canCite);
  const dialog = new ReferenceDialog(form, words, given.canCite);
  form.text = given.text;
  await dialog.launch();
  return form.outcome;
}

class ReferenceDialog extends Dialog<null> {
  constructor(
    private readonly form: ReferenceForm,
    words: CitingWords,
    canCite: boolean
  ) {
    super({
      title: words.title,
      body: form,
      buttons: [
        Dialog.cancelButton({ label: words.cancel }),
        Dialog.okButton({ label: canCite ? words.addAndCite : words.add })
      ],
      focusNodeSelector: 'textarea'
    });
    this.addClass('galley-add-dialog');
    form.changed.connect(() => this.showState());
    form.settled.connect(() => super.resolve(ACCEPT));
    this.showState();
  }

  /** The dialog stays open until the work is in the file. */
  override resolve(index?: number): void {
    if (index === ACCEPT || index === undefined) {
      void this.form.add();
    } else {
      super.resolve(index);
    }
  }

  private showState(): void {
    const accept = this.node.querySelector<HTMLButtonElement>('button.jp-mod-accept');
    if (accept) {
      accept.disabled = !this.form.isReady;
    }
  }
}

const ACCEPT = 1;
const PAUSE_MS = 200;

class ReferenceForm extends Widget {
  outcome: IOutcome | null = null;

  constructor(
    private readonly references: References,
    private readonly words: CitingWords,
    private readonly article: { path: string; lang: string },
    private readonly canCite: boolean
  ) {
    super();
    this.addClass('galley-add');
    const label = element('label', 'galley-add-label', words.paste);
    this.area.rows = 7;
    this.area.spellcheck = false;
    this.area.addEventListener('input', () => this.onInput());
    label.append(this.area);
    this.saying.setAttribute('role', 'status');
    this.node.append(label, this.saying, this.found);
  }

  /** Whether there is something to add. */
  get isReady(): boolean {
    return this.wanted.length + this.instead.length > 0 && !this.isBusy;
  }

  get changed(): ISignal<this, void> {
    return this.changedSignal;
  }

  get settled(): ISignal<this, void> {
    return this.settledSignal;
  }

  set text(text: string) {
    this.area.value = text;
    if (text) {
      this.onInput();
    }
  }

  async add(): Promise<void> {
    if (!this.isReady) {
      return;
    }
    const works = this.wanted.map(({ text, input }) => ({ text, key: input.value }));
    if (!works.length) {
      return this.settle({ cites: this.instead, added: null });
    }
    const added = await this.ask(this.words.adding, () => this.references.add(this.article.path, works));
    if (added) {
      this.settle({ cites: [...this.instead, ...added.cites], added });
    }
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    // The notebook that is left takes the focus for a cell, in some versions after this.
    requestAnimationFrame(() => this.area.focus());
  }

  override dispose(): void {
    this.reader.dispose();
    super.dispose();
  }

  private onInput(): void {
    this.wanted = [];
    this.instead = [];
    this.changedSignal.emit();
    this.reader.ask(PAUSE_MS);
  }

  private async read(): Promise<void> {
    const text = this.area.value;
    const { path, lang } = this.article;
    const pasted = await this.ask(this.words.reading, () => this.references.read(path, text, lang));
    if (pasted && text === this.area.value) {
      this.present(pasted);
    }
  }

  private async lookUp(): Promise<void> {
    const text = this.area.value;
    const { path, lang } = this.article;
    const pasted = await this.ask(this.words.lookingUp, () => this.references.lookUp(path, text, lang));
    if (pasted && text === this.area.value) {
      this.present(pasted);
    }
  }

  /** Do what takes a moment, and say it; a refusal is said in the server's words. */
  private async ask<T>(saying: string, work: () => Promise<T>): Promise<T | null> {
    this.isBusy = true;
    this.changedSignal.emit();
    this.say(saying);
    try {
      const answer = await work();
      this.say('');
      return answer;
    } catch (error) {
      const reason = error instanceof Refusal ? error.message : '';
      this.say(reason || this.words.noAnswer, true);
      return null;
    } finally {
      this.isBusy = false;
      this.changedSignal.emit();
    }
  }

  private present(pasted: IPasted): void {
    const { words } = this;
    this.wanted = [];
    this.instead = [];
    this.isSeveral = pasted.works.length > 1;
    const parts = pasted.problems.map(remark);
    if (this.area.value.trim() && !pasted.works.length && !parts.length && !pasted.number) {
      parts.push(element('p', 'galley-add-remark galley-warning', words.unknown));
    }
    if (pasted.same) {
      parts.push(this.same(pasted.same));
    } else if (pasted.number) {
      parts.push(this.lookUpOffer(pasted.number));
    }
    parts.push(...pasted.works.map(work => this.work(work)));
    if (pasted.works.length) {
      const where = pasted.isNew ? words.begins(pasted.file) : words.goesTo(pasted.file);
      parts.push(element('p', 'galley-add-where', where));
    }
    this.found.replaceChildren(...parts);
    this.changedSignal.emit();
  }

  private lookUpOffer(number: string): HTMLElement {
    const box = element('div', 'galley-add-lookup');
    box.append(
      element('p', '', this.words.lookUpHint(number)),
      button('jp-mod-styled jp-mod-reject', this.words.lookUp, () => void this.lookUp())
    );
    return box;
  }

  private work(work: IPasted['works'][number]): HTMLElement {
    const { words } = this;
    const box = element('section', 'galley-add-work');
    const text = element('p', 'galley-reference');
    text.append(...formatted(work.reference));
    const key = element('label', 'galley-add-key', words.key);
    const input = element('input', 'jp-mod-styled');
    input.value = work.key;
    input.spellcheck = false;
    key.append(input, element('span', 'galley-fix', words.keyHint));
    const wanted = { text: work.text, input };
    if (work.same) {
      const anyway = button('jp-mod-styled jp-mod-reject', words.anyway, () => {
        anyway.remove();
        box.append(key);
        this.wanted.push(wanted);
        this.changedSignal.emit();
      });
      box.append(text, this.same(work.same, anyway));
    } else {
      box.append(text, key);
      this.wanted.push(wanted);
    }
    box.append(...work.remarks.map(remark));
    return box;
  }

  private same(same: ISame, ...others: HTMLElement[]): HTMLElement {
    const { words } = this;
    const box = element('div', 'galley-add-same galley-advice');
    const why = words.same[same.why] ?? words.same.number;
    const buttons = element('div', 'galley-add-buttons');
    const cite = button('jp-mod-styled jp-mod-reject', this.canCite ? `${words.citeIt}: ${same.key}` : words.useIt, () => {
      this.instead.push(same.cite);
      if (this.isSeveral) {
        // The others are still to be looked at.
        buttons.replaceChildren(element('span', 'galley-fix', `✓ ${same.cite}`));
        this.changedSignal.emit();
      } else {
        this.settle({ cites: this.instead, added: null });
      }
    });
    buttons.append(cite, ...others);
    box.append(element('p', '', `${why} (${same.key})`), buttons);
    return box;
  }

  private settle(outcome: IOutcome): void {
    this.outcome = outcome;
    this.settledSignal.emit();
  }

  private say(text: string, isTrouble = false): void {
    this.saying.textContent = text;
    this.saying.className = `galley-add-saying${isTrouble ? ' galley-error' : ''}`;
  }

  private readonly area = element('textarea', 'jp-mod-styled');
  private readonly saying = element('div', 'galley-add-saying');
  private readonly found = element('div', 'galley-add-found');
  private readonly changedSignal = new Signal<this, void>(this);
  private readonly settledSignal = new Signal<this, void>(this);
  private readonly reader = new Refresher(() => this.read());
  private wanted: { text: string; input: HTMLInputElement }[] = [];
  /** Citations of works that are there already. */
  private instead: string[] = [];
  private isSeveral = false;
  private isBusy = false;
}

function remark({ severity, message, fix }: IRemark): HTMLElement {
  const box = element('div', `galley-add-remark galley-${severity}`);
  box.append(element('p', 'galley-message', capital(message)));
  if (fix) {
    box.append(element('p', 'galley-fix', capital(fix)));
  }
  return box;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
