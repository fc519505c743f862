/** The kinds of field that the form has: each shows a value of the front matter, and gives one. */

export interface IControl {
  readonly node: HTMLElement;
  /** What a click on the label and a screen reader are led to. */
  readonly main: HTMLElement;
  /** Show a value; what an author wrote in another form is shown as well as can be. */
  show(value: unknown): void;
  /** Return the value as the front matter is to hold it. */
  read(): unknown;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

export class TextControl implements IControl {
  readonly node: HTMLInputElement | HTMLTextAreaElement;

  constructor(rows = 1, listId = '') {
    this.node = document.createElement(rows > 1 ? 'textarea' : 'input');
    if (this.node instanceof HTMLTextAreaElement) {
      this.node.rows = rows;
    } else if (listId) {
      this.node.setAttribute('list', listId);
    }
  }

  get main(): HTMLElement {
    return this.node;
  }

  show(value: unknown): void {
    setValue(this.node, plain(value));
  }

  read(): unknown {
    // A sentence stands on one line of the front matter.
    return this.node.value.trim().replace(/\s+/g, ' ');
  }
}

export class DayControl implements IControl {
  readonly node = document.createElement('input');

  get main(): HTMLElement {
    return this.node;
  }

  show(value: unknown): void {
    const day = plain(value);
    this.node.type = !day || ISO_DAY.test(day) ? 'date' : 'text';
    setValue(this.node, day);
  }

  read(): unknown {
    return this.node.value.trim();
  }
}

/** Several words on one line, with commas between them. */
export class WordsControl implements IControl {
  readonly node = document.createElement('input');

  get main(): HTMLElement {
    return this.node;
  }

  show(value: unknown): void {
    setValue(this.node, list(value).map(plain).join(', '));
  }

  read(): unknown {
    return distinct(this.node.value.split(','));
  }
}

/** Several sentences, one on each line. */
export class LinesControl implements IControl {
  readonly node = document.createElement('textarea');

  constructor(
    rows: number,
    private readonly lineOf: (item: unknown) => string = plain,
    private readonly itemOf: (line: string) => unknown = line => line
  ) {
    this.node.rows = rows;
  }

  get main(): HTMLElement {
    return this.node;
  }

  show(value: unknown): void {
    setValue(this.node, list(value).map(this.lineOf).join('\n'));
  }

  read(): unknown {
    return distinct(this.node.value.split('\n')).map(this.itemOf);
  }
}

export class SwitchControl implements IControl {
  readonly node = document.createElement('input');

  constructor() {
    this.node.type = 'checkbox';
  }

  get main(): HTMLElement {
    return this.node;
  }

  show(value: unknown): void {
    this.node.checked = value === true || value === 'true';
  }

  read(): unknown {
    return this.node.checked;
  }
}

export class ChoiceControl implements IControl {
  readonly node = document.createElement('select');

  get main(): HTMLElement {
    return this.node;
  }

  /** Offer values with their labels. */
  offer(options: [string, string][]): void {
    const print = JSON.stringify(options);
    if (print !== this.offered) {
      this.offered = print;
      this.node.replaceChildren(...options.map(([value, label]) => new Option(label, value)));
      this.show(this.shown);
    }
  }

  show(value: unknown): void {
    this.shown = value;
    const wanted = plain(value);
    if (wanted && ![...this.node.options].some(option => option.value === wanted)) {
      this.node.append(new Option(wanted, wanted));
    }
    this.node.value = wanted;
  }

  read(): unknown {
    return this.node.value;
  }

  private offered = '';
  private shown: unknown = '';
}

/** A day with a reason: since when an article no longer stands, and why. */
export class ReasonControl implements IControl {
  readonly node = document.createElement('div');

  constructor(reason: string) {
    this.node.className = 'galley-about-reason';
    this.why.node.setAttribute('aria-label', reason);
    (this.why.node as HTMLInputElement).placeholder = reason;
    this.node.append(this.day.node, this.why.node);
  }

  get main(): HTMLElement {
    return this.day.node;
  }

  show(value: unknown): void {
    const { date, reason } = Object(value) as Record<string, unknown>;
    this.day.show(date);
    this.why.show(reason);
  }

  read(): unknown {
    const [date, reason] = [this.day.read(), this.why.read()];
    return date || reason ? { ...(date ? { date } : {}), ...(reason ? { reason } : {}) } : null;
  }

  private readonly day = new DayControl();
  private readonly why = new TextControl();
}

export function plain(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

export function list(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    return value;
  }
  return value === null || value === undefined || value === '' ? [] : [value];
}

/** A change as a line: its day, then what was changed. */
export function changeLine(item: unknown): string {
  const { date, note } = Object(item) as Record<string, unknown>;
  return `${plain(date)} ${plain(note)}`.trim();
}

export function changeItem(line: string): unknown {
  const [, date, note] = /^(\S*\d\S*)\s*(.*)$/.exec(line) ?? ['', '', line];
  return { ...(date ? { date } : {}), ...(note ? { note } : {}) };
}

function distinct(words: string[]): string[] {
  return [...new Set(words.map(word => word.trim().replace(/\s+/g, ' ')).filter(Boolean))];
}

/** Set a value without moving the cursor where it is there already. */
function setValue(node: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  if (node.value !== value) {
    node.value = value;
  }
}
