/** The form of the figure in the chosen cell. */

import { ChosenFigure, keyOf } from './chosen';
import { button, element } from '../shared/elements';
import { controlFor, Row, textControl } from './fields';
import { ICall, IField, IForm } from './server';
import { FigureWords } from './words';

export class FigureForm {
  readonly node = element('div', 'galley-form');

  constructor(
    private readonly chosen: ChosenFigure,
    private readonly words: FigureWords,
    private readonly showAll: () => void
  ) {
    chosen.changed.connect(this.update, this);
    this.update();
  }

  /** A figure from a table has no caption of its own; its author knows what to see. */
  focusEmptyCaption(): void {
    const box = this.rows.get(keyOf({ call: null, name: 'caption' }))?.control.node;
    const caption = box?.querySelector('textarea');
    if (caption && !caption.value) {
      caption.focus();
    }
  }

  private update(): void {
    const { form } = this.chosen;
    if (!form || !form.calls.length) {
      this.shape = '';
      this.rows.clear();
      this.node.replaceChildren(...this.nothing(form));
      return;
    }
    this.at = Math.min(this.at, form.calls.length - 1);
    const shape = this.shapeOf(form);
    if (shape !== this.shape) {
      this.shape = shape;
      this.rows.clear();
      this.node.replaceChildren(...this.contents(form));
    }
    this.fill(form);
  }

  /** While it is the same, the controls stay and only their values change. */
  private shapeOf(form: IForm): string {
    const fields = form.calls[this.at].fields.map(each => [each.name, each.control, each.choices]);
    return JSON.stringify([this.chosen.cell?.id, this.at, form.calls.map(c => c.figure), fields]);
  }

  private nothing(form: IForm | null): HTMLElement[] {
    const reason = element('p', 'galley-none', form?.problem || this.words.noFigure);
    return [reason, button('jp-mod-styled', this.words.showAll, this.showAll)];
  }

  private contents(form: IForm): HTMLElement[] {
    const call = form.calls[this.at];
    const { words } = this;
    return [
      ...(form.calls.length > 1 ? [this.which(form.calls)] : []),
      element('h3', 'galley-figure-title', call.title),
      badge(call.evidence, words),
      element('p', 'galley-shows', call.shows),
      this.drawingBar(),
      this.option('label', words.label, words.labelHint),
      this.option('caption', words.caption, words.captionHint),
      ...this.fields(call)
    ];
  }

  private which(calls: ICall[]): HTMLElement {
    const select = document.createElement('select');
    select.setAttribute('aria-label', this.words.figureInCell);
    select.append(...calls.map(({ title }, at) => new Option(`${at + 1}. ${title}`, String(at))));
    select.value = String(this.at);
    select.addEventListener('change', () => {
      this.at = Number(select.value);
      this.update();
    });
    return select;
  }

  private drawingBar(): HTMLElement {
    const bar = element('div', 'galley-drawing');
    const label = document.createElement('label');
    this.again.type = 'checkbox';
    this.again.onchange = () => (this.chosen.drawsAgain = this.again.checked);
    label.append(this.again, this.words.drawAgain);
    this.saying.setAttribute('role', 'status');
    bar.append(label, button('jp-mod-styled', this.words.drawNow, () => this.chosen.drawNow()));
    bar.append(this.saying);
    return bar;
  }

  private option(name: 'label' | 'caption', label: string, hint: string): HTMLElement {
    const control = textControl(
      name === 'caption' ? 'long-text' : name,
      value => this.chosen.change({ name, value, call: null }),
      field => String(field.value ?? '')
    );
    return this.row(keyOf({ call: null, name }), new Row(label, control, hint));
  }

  /** Return what is written or usual first, and the rest of a long list folded. */
  private fields(call: ICall): HTMLElement[] {
    const isLong = call.evidence === 'table';
    const isFirst = (field: IField): boolean => !isLong || field.is_given;
    const rest = call.fields.filter(field => !isFirst(field));
    const rows = call.fields.filter(isFirst).map(field => this.fieldRow(field));
    if (!rest.length) {
      return rows;
    }
    const more = document.createElement('details');
    more.append(element('summary', '', this.words.more), ...rest.map(field => this.fieldRow(field)));
    return [...rows, more];
  }

  private fieldRow(field: IField): HTMLElement {
    const { at, words } = this;
    const control = controlFor(field, words, value =>
      this.chosen.change({ name: field.name, value, call: at })
    );
    const hint = field.control === 'list' ? words.listHint : '';
    return this.row(keyOf({ call: at, name: field.name }), new Row(field.label, control, hint));
  }

  private row(key: string, row: Row): HTMLElement {
    this.rows.set(key, row);
    return row.node;
  }

  private fill(form: IForm): void {
    const { refused, drawn, drawsAgain } = this.chosen;
    for (const name of ['label', 'caption'] as const) {
      const shown = { value: form.options[name] ?? '' } as IField;
      this.rows.get(keyOf({ call: null, name }))?.control.show(shown);
    }
    for (const field of form.calls[this.at].fields) {
      const row = this.rows.get(keyOf({ call: this.at, name: field.name }));
      row?.control.show(field);
      // What the cell says must not hide among what it leaves open.
      const folded = field.is_given && row?.node.closest('details');
      if (folded) {
        folded.open = true;
      }
    }
    for (const [key, row] of this.rows) {
      row.refuse(refused?.[0] === key ? refused[1] || this.words.notChanged : '');
    }
    this.again.checked = drawsAgain;
    const said = { drawn: '', failed: this.words.failed, 'no kernel': this.words.noKernel }[drawn];
    if (this.saying.textContent !== said) {
      this.saying.textContent = said;
    }
  }

  private readonly rows = new Map<string, Row>();
  private readonly again = document.createElement('input');
  private readonly saying = element('div', 'galley-field-hint');
  private shape = '';
  private at = 0;
}

export function badge(evidence: string, words: FigureWords): HTMLElement {
  const node = element('span', 'galley-evidence', words.evidence[evidence] ?? evidence);
  node.dataset.evidence = evidence;
  return node;
}
