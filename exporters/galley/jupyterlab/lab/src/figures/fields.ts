/** Controls of a form, one for each kind of value. */

import { element } from '../shared/elements';
import { IField, Value } from './server';
import { FigureWords } from './words';

const PAUSE_MS = 300;
let numbered = 0;

/** A control that shows a field and tells what the author chooses. */
export interface IControl {
  node: HTMLElement;
  /** Show a value, unless the author is about to write another. */
  show(field: IField): void;
}

export type Choose = (value: Value) => void;

export function controlFor(field: IField, words: FigureWords, choose: Choose): IControl {
  switch (field.control) {
    case 'number':
      return numberControl(field, words, choose);
    case 'choice':
      return choiceControl(field, choose);
    case 'switch':
      return switchControl(choose);
    case 'code':
      return codeControl(words);
    case 'list':
      return textControl('text', choose, each => each.text, words.listHint);
    default:
      return textControl(field.control, choose, each => String(each.value ?? ''));
  }
}

/** A labelled row in which a refusal has its place. */
export class Row {
  readonly node = element('div', 'galley-field');

  constructor(label: string, readonly control: IControl, hint = '') {
    const id = `galley-field-${numbered++}`;
    const inputs = control.node.querySelectorAll('input, select, textarea');
    const name = element(inputs.length ? 'label' : 'div', 'galley-field-name');
    name.textContent = label;
    this.trouble.id = `${id}-trouble`;
    this.trouble.setAttribute('role', 'alert');
    this.hint.id = `${id}-hint`;
    this.hint.textContent = hint;
    inputs.forEach((input, at) => {
      input.id = `${id}-${at}`;
      input.setAttribute('aria-describedby', `${this.hint.id} ${this.trouble.id}`);
      if (!input.hasAttribute('aria-label') && at > 0) {
        input.setAttribute('aria-label', label);
      }
    });
    name.setAttribute('for', `${id}-0`);
    this.node.append(name, control.node, this.hint, this.trouble);
    this.hint.hidden = !hint;
    this.refuse('');
  }

  refuse(message: string): void {
    if (this.trouble.textContent !== message) {
      this.trouble.textContent = message;
    }
    this.trouble.hidden = !message;
    this.node.classList.toggle('galley-refused', message !== '');
  }

  private readonly trouble = element('div', 'galley-field-trouble');
  private readonly hint = element('div', 'galley-field-hint');
}

export function textControl(
  kind: string,
  choose: Choose,
  textOf: (field: IField) => string,
  hint = ''
): IControl {
  const isLong = kind === 'long-text';
  const input = document.createElement(isLong ? 'textarea' : 'input');
  input.spellcheck = isLong;
  input.title = hint;
  if (input instanceof HTMLTextAreaElement) {
    input.rows = 3;
  }
  // A label is whole only when the author leaves it.
  const pause = kind === 'label' ? Infinity : PAUSE_MS;
  listen(input, pause, () => choose(input.value));
  return {
    node: within(input),
    show: field => setUnlessEdited(input, textOf(field))
  };
}

function numberControl(field: IField, words: FigureWords, choose: Choose): IControl {
  const { low, high, step, unit } = field;
  const box = input('number');
  const slider = low !== null && high !== null ? input('range') : null;
  for (const each of slider ? [box, slider] : [box]) {
    each.step = String(step ?? 'any');
    each.min = String(low ?? '');
    each.max = String(high ?? '');
  }
  const isSet = field.is_optional && slider ? input('checkbox') : null;
  const tell = (text: string): void => choose(text === '' ? null : Number(text));
  listen(box, PAUSE_MS, () => tell(box.value));
  slider?.addEventListener('input', () => {
    box.value = slider.value;
    tell(slider.value);
  });
  isSet?.addEventListener('change', () => tell(isSet.checked ? slider!.value : ''));
  isSet?.setAttribute('aria-label', words.set);
  const sign = element('span', 'galley-unit');
  sign.textContent = unit;
  const node = element('div', 'galley-number');
  node.append(...(slider ? [slider] : []), box, sign, ...(isSet ? [wrap(isSet, words.set)] : []));
  return {
    node,
    show: ({ value }) => {
      const isEmpty = value === null;
      setUnlessEdited(box, isEmpty ? '' : String(value));
      box.placeholder = isEmpty ? words.notSet : '';
      if (slider) {
        slider.disabled = isEmpty && isSet !== null;
        slider.classList.toggle('galley-unset', isEmpty);
        setUnlessEdited(slider, String(value ?? low));
        slider.setAttribute('aria-valuetext', isEmpty ? words.notSet : `${value} ${unit}`.trim());
      }
      if (isSet) {
        isSet.checked = !isEmpty;
        box.disabled = isEmpty;
      }
    }
  };
}

function choiceControl(field: IField, choose: Choose): IControl {
  const select = document.createElement('select');
  select.append(...field.choices.map(([, label], at) => new Option(label, String(at))));
  select.addEventListener('change', () => choose(field.choices[Number(select.value)][0]));
  return {
    node: within(select),
    show: ({ value, choices }) => {
      select.value = String(choices.findIndex(([each]) => each === value));
    }
  };
}

function switchControl(choose: Choose): IControl {
  const box = input('checkbox');
  box.addEventListener('change', () => choose(box.checked));
  return { node: within(box), show: ({ value }) => (box.checked = value === true) };
}

function codeControl(words: FigureWords): IControl {
  const node = element('div', 'galley-code');
  const code = document.createElement('code');
  node.title = words.inCode;
  const hint = element('span', 'galley-field-hint');
  hint.textContent = words.inCode;
  node.append(code, hint);
  return { node, show: field => (code.textContent = field.code) };
}

/** Tell of what is written after a pause, and at once when the author leaves or presses Enter. */
function listen(
  box: HTMLInputElement | HTMLTextAreaElement,
  pause: number,
  tell: () => void
): void {
  let timer = 0;
  let isTold = true;
  const tellOnce = (): void => {
    window.clearTimeout(timer);
    if (!isTold) {
      isTold = true;
      tell();
    }
  };
  box.addEventListener('input', () => {
    isTold = false;
    window.clearTimeout(timer);
    if (pause !== Infinity) {
      timer = window.setTimeout(tellOnce, pause);
    }
  });
  box.addEventListener('change', tellOnce);
}

function setUnlessEdited(box: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  if (document.activeElement !== box && box.value !== value) {
    box.value = value;
  }
}

function input(type: string): HTMLInputElement {
  const box = document.createElement('input');
  box.type = type;
  return box;
}

function within(node: HTMLElement): HTMLElement {
  const around = element('div', 'galley-control');
  around.append(node);
  return around;
}

function wrap(box: HTMLInputElement, text: string): HTMLElement {
  const around = element('span', 'galley-set');
  const words = element('span', '');
  words.textContent = text;
  words.setAttribute('aria-hidden', 'true');
  around.append(box, words);
  return around;
}
