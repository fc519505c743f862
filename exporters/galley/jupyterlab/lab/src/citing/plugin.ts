/** Citing: works complete at `@`, and new ones are added without leaving the article. */

import { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, Notification } from '@jupyterlab/apputils';
import { MarkdownCell } from '@jupyterlab/cells';
import {
  CodeMirrorEditor,
  EditorExtensionRegistry,
  IEditorExtensionRegistry
} from '@jupyterlab/codemirror';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { EditorView } from '@codemirror/view';

import { LiveArticle } from '../shared/article';
import { ILiveArticle } from '../shared/article_plugin';
import { citeIcon } from '../shared/icons';
import { CitationList, IDesk, undoByItself } from './completion';
import { askReference } from './dialog';
import { References } from './references';
import { citationAt, citedKeys, writing } from './syntax';
import { CitingWords, citingWords } from './words';

const ADD = 'galley:add-reference';
const CLOSE = 'galley:close-citations';
const CHOOSE = 'galley:choose-citation';
const MARKDOWN = 'text/x-ipythongfm';

export const citingPlugin: JupyterFrontEndPlugin<void> = {
  id: 'galley:citing',
  description: 'Works complete at @, and new ones are added to the bibliography.',
  autoStart: true,
  requires: [IEditorExtensionRegistry, ILiveArticle],
  optional: [ITranslator, ICommandPalette],
  activate
};

/** Where a citation is to be written; a place without an editor is none. */
interface IPlace {
  view: EditorView;
  from: number;
  to: number;
  isBracketed: boolean;
}

function activate(
  app: JupyterFrontEnd,
  extensions: IEditorExtensionRegistry,
  article: LiveArticle,
  translator: ITranslator | null,
  palette: ICommandPalette | null
): void {
  const words = citingWords((translator ?? nullTranslator).languageCode);
  const references = new References();
  const desk = new Desk(article, references, words);
  const list = new CitationList(references, desk, words);

  extensions.addExtension({
    name: 'galley:citing',
    factory: ({ inline, model }) =>
      inline && model.mimeType === MARKDOWN
        ? EditorExtensionRegistry.createImmutableExtension(list.extension(model))
        : null
  });
  // An article that is opened is one that will be cited in.
  article.changed.connect(() => desk.prepare());

  const { commands } = app;
  commands.addCommand(ADD, {
    label: words.addReference,
    caption: words.addReferenceHint,
    icon: citeIcon,
    isEnabled: () => desk.path !== null,
    execute: () => desk.add(desk.place())
  });
  commands.addCommand(CLOSE, { execute: () => inEditor(view => list.close(view)) });
  commands.addCommand(CHOOSE, { execute: () => inEditor(view => list.choose(view)) });
  // The lab takes these keys before an editor sees them.
  const selector = '.jp-Notebook .cm-editor.galley-citing';
  commands.addKeyBinding({ command: CLOSE, keys: ['Escape'], selector });
  commands.addKeyBinding({ command: CHOOSE, keys: ['Tab'], selector });
  palette?.addItem({ command: ADD, category: 'Galley' });
}

class Desk implements IDesk {
  constructor(
    private readonly article: LiveArticle,
    private readonly references: References,
    private readonly words: CitingWords
  ) {}

  get path(): string | null {
    return this.article.panel?.context.path ?? null;
  }

  get lang(): string {
    const front = this.article.panel?.context.model.cells.get(0)?.sharedModel.getSource() ?? '';
    const [, written = ''] = /^---\s[^]*?^lang:\s*["']?([\w-]+)/m.exec(front) ?? [];
    return this.article.page?.lang ?? written;
  }

  cited(): Set<string> {
    const cells = Array.from(this.article.panel?.context.model.cells ?? []);
    const prose = cells.filter(cell => cell.type === 'markdown');
    return new Set(prose.flatMap(cell => citedKeys(cell.sharedModel.getSource())));
  }

  addReference(view: EditorView, typed: Omit<IPlace, 'view'>): void {
    void this.add({ view, ...typed });
  }

  /** Read the works while nobody waits for them. */
  prepare(): void {
    if (this.path !== null && this.path !== this.prepared) {
      this.prepared = this.path;
      this.references.works(this.path).catch(() => undefined);
    }
  }

  /** Where the author writes: the cursor in the Markdown cell that is open. */
  place(): IPlace | null {
    const cell = this.article.panel?.content.activeCell;
    if (!(cell instanceof MarkdownCell) || cell.rendered) {
      return null;
    }
    const { editor } = cell;
    if (!(editor instanceof CodeMirrorEditor)) {
      return null;
    }
    const view = editor.editor;
    const at = view.state.selection.main.head;
    const typed = citationAt(view.state, at);
    return typed ? { view, ...typed } : { view, from: at, to: at, isBracketed: false };
  }

  /** Let the author add a work, and write its citation where there is a place for it. */
  async add(place: IPlace | null): Promise<void> {
    const { path, lang, references, words } = this;
    if (path === null) {
      return;
    }
    const typed = place ? place.view.state.sliceDoc(place.from, place.to).slice(1) : '';
    const given = { text: /10\.\d{4}/.test(typed) ? typed : '', canCite: place !== null };
    const outcome = await askReference(references, words, { path, lang }, given);
    if (outcome && place) {
      cite(place, outcome.cites);
    }
    if (outcome?.added) {
      this.tell(outcome.added, place !== null);
    }
    place?.view.focus();
  }

  private tell(added: { file: string; keys: string[]; cites: string[] }, isCited: boolean): void {
    const { words } = this;
    const said = words.added(added.keys.join(', '), added.file);
    const how = words.citeWith(`[${added.cites.join('; ')}]`);
    Notification.success(isCited ? said : `${said}. ${how}`, { autoClose: isCited ? 4000 : 12000 });
  }

  private prepared: string | null = null;
}

/** Write citations; where the author typed no sign yet, they stand in brackets. */
function cite(place: IPlace, cites: string[]): void {
  const { view, from, to } = place;
  undoByItself(view);
  if (from < to) {
    view.dispatch({ ...writing(view.state, place, cites), userEvent: 'input.complete' });
    return;
  }
  const insert = `[${cites.join('; ')}]`;
  view.dispatch({
    changes: { from, insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input.complete'
  });
}

function inEditor(work: (view: EditorView) => void): void {
  const editor = document.activeElement?.closest<HTMLElement>('.cm-editor');
  const view = editor && EditorView.findFromDOM(editor);
  if (view) {
    work(view);
  }
}
