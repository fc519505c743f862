/** People: those of the site to tick, others with their name, credentials and affiliation. */

import { button } from '../shared/elements';
import { IControl, list, plain, TextControl } from './controls';
import { IPersonKnown } from './server';
import { AboutWords } from './words';

const PARTS = ['name', 'credentials', 'affiliation'] as const;
type Person = Record<string, unknown>;

export class PeopleControl implements IControl {
  readonly node = document.createElement('div');

  constructor(
    private readonly words: AboutWords,
    private readonly onChanged: () => void
  ) {
    this.node.className = 'galley-people';
    this.node.setAttribute('role', 'group');
    this.node.tabIndex = -1;
  }

  get main(): HTMLElement {
    return this.node;
  }

  offer(people: IPersonKnown[]): void {
    const print = JSON.stringify(people);
    if (print !== this.offered) {
      this.offered = print;
      this.people = people;
      this.draw();
    }
  }

  show(value: unknown): void {
    const items = list(value);
    if (JSON.stringify(items) !== JSON.stringify(this.items)) {
      this.items = items;
      this.draw();
    }
  }

  read(): unknown {
    return this.items;
  }

  private draw(): void {
    const ids = this.people.map(person => person.id);
    const others = this.items.filter(item => !ids.includes(idOf(item)));
    const add = button('', this.words.addPerson, () => this.addPerson());
    this.node.replaceChildren(
      ...this.people.map(person => this.tick(person)),
      ...others.map(item => this.other(item)),
      add
    );
  }

  private tick({ id, name, credentials }: IPersonKnown): HTMLElement {
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = this.items.some(item => idOf(item) === id);
    box.addEventListener('change', () => {
      this.items = box.checked
        ? [...this.items, id]
        : this.items.filter(item => idOf(item) !== id);
      this.onChanged();
    });
    label.append(box, credentials ? `${name}, ${credentials}` : name);
    return label;
  }

  private other(item: unknown): HTMLElement {
    const row = document.createElement('div');
    row.className = 'galley-person';
    const { words } = this;
    const labels = [words.personName, words.personCredentials, words.personAffiliation];
    const person: Person = typeof item === 'object' ? (item as Person) : { name: item };
    const controls = PARTS.map((part, index) => {
      const control = new TextControl();
      control.node.setAttribute('aria-label', labels[index]);
      (control.node as HTMLInputElement).placeholder = labels[index];
      control.show(person[part]);
      control.node.addEventListener('change', () => {
        this.replace(item, withPart(person, part, plain(control.read())));
      });
      return control.node;
    });
    row.append(...controls, button('', words.removePerson, () => this.replace(item, null)));
    return row;
  }

  private addPerson(): void {
    const added = { name: '' };
    this.items = [...this.items, added];
    this.draw();
    this.node.querySelector<HTMLElement>('.galley-person:last-of-type input')?.focus();
  }

  private replace(item: unknown, by: Person | string | null): void {
    const at = this.items.indexOf(item);
    this.items = this.items.flatMap((each, index) => (index === at ? (by ? [by] : []) : [each]));
    this.draw();
    // Somebody without a name is not worth telling yet.
    if (!this.items.some(each => typeof each === 'object' && !(each as Person)?.name)) {
      this.onChanged();
    }
  }

  private items: unknown[] = [];
  private people: IPersonKnown[] = [];
  private offered = '';
}

/** Return the id by which an item names somebody of the site. */
function idOf(item: unknown): string {
  if (typeof item === 'object' && item !== null) {
    const { id, name } = item as Person;
    return name === undefined ? plain(id) : '';
  }
  return plain(item).trim();
}

/** Return a person with a part changed; one who has only a name is only a name. */
function withPart(person: Person, part: string, text: string): Person | string {
  const changed = { ...person, [part]: text };
  const kept = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== ''));
  const isName = Object.keys(kept).join() === 'name' && /[A-Z ]/.test(plain(kept.name));
  return isName ? plain(kept.name) : kept;
}
