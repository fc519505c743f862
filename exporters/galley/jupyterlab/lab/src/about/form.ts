/** The fields of the form, in the order in which an author fills them in. */

import {
  changeItem,
  changeLine,
  ChoiceControl,
  DayControl,
  IControl,
  LinesControl,
  ReasonControl,
  SwitchControl,
  TextControl,
  WordsControl
} from './controls';
import { PeopleControl } from './people';
import { IKnown } from './server';
import { AboutWords } from './words';

const FOLDED = 'reviewers changes image image_alt slug aliases kind withdrawn'.split(' ');

export interface ITold {
  severity: string;
  message: string;
  fix: string;
}

/** A form whose changes are told field by field. */
export class Form {
  readonly node = document.createElement('form');

  constructor(
    private readonly words: AboutWords,
    private readonly onChanged: (name: string, value: unknown) => void
  ) {
    this.node.className = 'galley-about-form';
    this.node.addEventListener('submit', event => event.preventDefault());
    this.controls = this.makeControls();
    const more = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = words.more;
    more.append(summary);
    for (const [name, control] of Object.entries(this.controls)) {
      (FOLDED.includes(name) ? more : this.node).append(this.row(name, control));
    }
    this.node.append(more, this.categories, this.tags);
  }

  /** Show the values; a field in which the author is stays as it is. */
  show(values: Record<string, unknown>, known: IKnown): void {
    const { words } = this;
    const named = (each: string): [string, string] => [each, words.languages[each] ?? each];
    (this.controls.lang as ChoiceControl).offer([['', words.asSite], ...known.languages.map(named)]);
    (this.controls.authors as PeopleControl).offer(known.people);
    (this.controls.reviewers as PeopleControl).offer(known.people);
    this.categories.replaceChildren(...known.categories.map(each => new Option(each)));
    this.tags.replaceChildren(...known.tags.map(each => new Option(each)));
    for (const [name, control] of Object.entries(this.controls)) {
      if (!control.node.contains(document.activeElement)) {
        control.show(values[name]);
      }
    }
  }

  /** Say at each field what is wrong with it. */
  tell(told: Record<string, ITold[]>): void {
    for (const [name, control] of Object.entries(this.controls)) {
      const found = told[name] ?? [];
      const place = this.places[name];
      place.replaceChildren(...found.map(line));
      control.main.setAttribute('aria-invalid', String(found.some(isError)));
    }
  }

  private makeControls(): Record<string, IControl> {
    const people = (name: string): PeopleControl =>
      new PeopleControl(this.words, () => this.changed(name));
    const kind = new ChoiceControl();
    kind.offer([['', this.words.choices.article], ['page', this.words.choices.page]]);
    this.categories.id = 'galley-about-categories';
    this.tags.id = 'galley-about-tags';
    return {
      title: new TextControl(2),
      description: new TextControl(3),
      draft: new SwitchControl(),
      date: new DayControl(),
      updated: new DayControl(),
      review_by: new DayControl(),
      authors: people('authors'),
      category: new TextControl(1, this.categories.id),
      tags: new WordsControl(),
      lang: new ChoiceControl(),
      key_points: new LinesControl(5),
      disclosures: new TextControl(2),
      funding: new TextControl(2),
      reviewers: people('reviewers'),
      reviewed: new DayControl(),
      changes: new LinesControl(3, changeLine, changeItem),
      image: new TextControl(),
      image_alt: new TextControl(2),
      slug: new TextControl(),
      aliases: new WordsControl(),
      kind,
      withdrawn: new ReasonControl(this.words.reason)
    };
  }

  private row(name: string, control: IControl): HTMLElement {
    const [label, hint] = this.words.fields[name];
    const row = document.createElement('div');
    row.className = 'galley-about-field';
    row.dataset.field = name;
    const id = `galley-about-${name}`;
    control.main.id = id;
    const caption = document.createElement('label');
    caption.htmlFor = id;
    caption.textContent = label;
    const told = document.createElement('div');
    told.id = `${id}-told`;
    this.places[name] = told;
    control.main.setAttribute('aria-describedby', told.id);
    if (control instanceof PeopleControl) {
      control.main.setAttribute('aria-label', label);
    } else {
      control.node.addEventListener('change', () => this.changed(name));
    }
    const first = control instanceof SwitchControl ? [control.node, caption] : [caption, control.node];
    row.append(...first);
    if (hint) {
      const small = document.createElement('small');
      small.textContent = hint;
      row.append(small);
    }
    row.append(told);
    return row;
  }

  private changed(name: string): void {
    this.onChanged(name, this.controls[name].read());
  }

  private readonly controls: Record<string, IControl>;
  private readonly places: Record<string, HTMLElement> = {};
  private readonly categories = document.createElement('datalist');
  private readonly tags = document.createElement('datalist');
}

const isError = ({ severity }: ITold): boolean => severity === 'error';

/** Return what was found about a field, as a line below it. */
export function line({ severity, message, fix }: ITold): HTMLElement {
  const node = document.createElement('p');
  node.className = `galley-told galley-${severity}`;
  node.textContent = [message, fix].filter(Boolean).map(sentence).join(' ');
  return node;
}

function sentence(words: string): string {
  const whole = words.charAt(0).toUpperCase() + words.slice(1);
  return whole.replace(/[^.?!]$/, '$&.');
}
