/** The dialog that asks for a new article. */

import { Dialog, showDialog } from '@jupyterlab/apputils';
import { Widget } from '@lumino/widgets';

import { IChoices, IWish } from './server';
import { ArticleWords } from './words';

/** Return what the author wants; null where the dialog was left. */
export async function askWish(
  choices: IChoices,
  words: ArticleWords,
  before: IWish | null
): Promise<IWish | null> {
  const body = new WishForm(choices, words, before);
  const answer = await showDialog({
    title: words.newArticle,
    body,
    buttons: [
      Dialog.cancelButton({ label: words.cancel }),
      Dialog.okButton({ label: words.make })
    ],
    focusNodeSelector: '.galley-wish input'
  });
  return answer.button.accept ? answer.value : null;
}

class WishForm extends Widget implements Dialog.IBodyWidget<IWish> {
  constructor(
    private readonly choices: IChoices,
    private readonly words: ArticleWords,
    before: IWish | null
  ) {
    super();
    this.addClass('galley-wish');
    this.title_.placeholder = words.titleHint;
    this.title_.value = before?.title ?? '';
    this.category.placeholder = words.categoryHint;
    this.category.value = before?.category ?? '';
    this.name.value = before?.name ?? '';
    this.site.value = before?.site_title ?? choices.title;
    this.lang.append(...choices.languages.map(each => new Option(words.languages[each] ?? each, each)));
    this.lang.value = before?.lang ?? choices.language;
    this.fill();
    this.offerCategories();
    this.lang.addEventListener('change', () => this.offerCategories());
  }

  getValue(): IWish {
    return {
      title: this.title_.value,
      lang: this.lang.value,
      category: this.category.value,
      site_title: this.site.value,
      name: this.name.value
    };
  }

  private fill(): void {
    const { words } = this;
    this.category.setAttribute('list', 'galley-categories');
    this.known.id = 'galley-categories';
    this.node.append(
      labelled(words.title, this.title_),
      labelled(words.language, this.lang),
      labelled(words.category, this.category),
      this.known
    );
    if (!this.choices.hasSite) {
      const note = document.createElement('p');
      note.textContent = words.firstArticle;
      this.node.append(note, labelled(words.siteTitle, this.site), labelled(words.name, this.name));
    }
  }

  private offerCategories(): void {
    const listed = this.choices.categories[this.lang.value] ?? [];
    this.known.replaceChildren(...listed.map(each => new Option(each)));
  }

  private readonly title_ = textInput();
  private readonly lang = document.createElement('select');
  private readonly category = textInput();
  private readonly known = document.createElement('datalist');
  private readonly site = textInput();
  private readonly name = textInput();
}

function textInput(): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'text';
  input.autocomplete = 'off';
  return input;
}

function labelled(words: string, control: HTMLElement): HTMLElement {
  const label = document.createElement('label');
  const name = document.createElement('span');
  name.textContent = words;
  label.append(name, control);
  return label;
}
