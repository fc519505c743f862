/** The list of works that opens at `@` in the Markdown of a notebook. */

import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  CompletionContext,
  CompletionResult,
  completionStatus,
  moveCompletionSelection,
  pickedCompletion,
  selectedCompletion,
  startCompletion
} from '@codemirror/autocomplete';
import { CodeEditor } from '@jupyterlab/codeeditor';
import { Extension, Facet, Prec, StateEffect, StateField, TransactionSpec } from '@codemirror/state';
import { Command, EditorView, tooltips } from '@codemirror/view';

import { IOffer, renderOffer, renderReference } from './options';
import { IWork, References } from './references';
import { findWorks } from './search';
import { stayAtCell } from './staying';
import { citationAt, ICitation, writing } from './syntax';
import { CitingWords } from './words';

/** What the list asks of the notebook around it. */
export interface IDesk {
  /** The notebook's path; null where there is none. */
  readonly path: string | null;
  readonly lang: string;
  /** The keys that the article cites already. */
  cited(): Set<string>;
  /** Let the author add a work, and write its citation in place of what was typed. */
  addReference(view: EditorView, typed: ICitation): void;
}

const SHOWN = 50;
const SOON_MS = 20;
const OPEN_CLASS = 'galley-citing';

export class CitationList {
  constructor(
    private readonly references: References,
    private readonly desk: IDesk,
    private readonly words: CitingWords
  ) {}

  /** Return what an editor of Markdown needs; its model knows what can be undone. */
  extension(model: CodeEditor.IModel): Extension {
    return [
      undoing.of(model),
      leftAlone,
      autocompletion({
        override: [context => this.offer(context)],
        activateOnTypingDelay: SOON_MS,
        defaultKeymap: false,
        // The list is there because the author typed its sign.
        interactionDelay: 0,
        icons: false,
        tooltipClass: () => 'galley-works',
        optionClass: offer => ((offer as IOffer).work ? '' : 'galley-last'),
        addToOptions: [{ position: 60, render: offer => renderOffer(offer, this.words) }]
      }),
      Prec.highest(EditorView.domEventHandlers({ keydown: (event, view) => this.onKey(event, view) })),
      EditorView.updateListener.of(({ view }) => {
        view.dom.classList.toggle(OPEN_CLASS, isOpening(view));
      }),
      stayAtCell(isOpen),
      // Cells cut off what is larger than they are.
      tooltips({ parent: document.body })
    ];
  }

  /** Close the list; it stays closed for what is being typed. */
  close(view: EditorView): void {
    const typed = citationAt(view.state, view.state.selection.main.head);
    closeCompletion(view);
    view.dispatch({ effects: leave.of(typed?.from ?? null) });
  }

  /** Take the entry that is selected. */
  choose(view: EditorView): boolean {
    return isOpen(view) ? acceptCompletion(view) : this.chooseLikeliest(view);
  }

  /** Do not let a quick author wait for the list that fits the last letter. */
  private chooseLikeliest(view: EditorView): boolean {
    const typed = citationAt(view.state, view.state.selection.main.head);
    const works = this.references.kept(this.desk.path ?? '');
    closeCompletion(view);
    if (!typed || !works || view.state.field(leftAlone) === typed.from) {
      return false;
    }
    const [work] = isWritten(works, typed.query) ? [] : findWorks(works, typed.query);
    if (work) {
      write(view, typed, work);
    }
    return !!work;
  }

  private offer(context: CompletionContext): CompletionResult | Promise<CompletionResult | null> | null {
    const { state, pos, view } = context;
    const typed = citationAt(state, pos);
    const { path } = this.desk;
    if (!typed || !view || path === null || state.field(leftAlone) === typed.from) {
      return null;
    }
    const known = this.references.known(path, () => isOpen(view) && startCompletion(view));
    if (known) {
      return this.result(known, typed, path);
    }
    return this.references.works(path).then(works => this.result(works, typed, path));
  }

  private result(works: IWork[], typed: ICitation, path: string): CompletionResult | null {
    const options = this.options(works, typed, path);
    return options && { from: typed.from, to: typed.to, filter: false, options };
  }

  private options(works: IWork[], typed: ICitation, path: string): IOffer[] | null {
    if (isWritten(works, typed.query)) {
      return null;
    }
    const found = findWorks(works, typed.query);
    // Words that no work has are a sentence that goes on.
    if (!found.length && /\s/.test(typed.query)) {
      return null;
    }
    const cited = this.desk.cited();
    const offers = found.slice(0, SHOWN).map(work => this.work(work, cited, path));
    return [...offers, this.lastOffer(typed, found.length)];
  }

  private work(work: IWork, cited: Set<string>, path: string): IOffer {
    return {
      label: work.key,
      work,
      isCited: cited.has(work.key),
      apply: (view, completion) => {
        const typed = citationAt(view.state, view.state.selection.main.head);
        if (typed) {
          write(view, typed, work, pickedCompletion.of(completion));
        }
      },
      info: async () => {
        const runs = await this.references.formatted(path, work.key, this.desk.lang).catch(() => []);
        return { dom: renderReference(runs, work, this.words) };
      }
    };
  }

  private lastOffer(typed: ICitation, found: number): IOffer {
    const { words } = this;
    const more = found > SHOWN ? words.more(found - SHOWN) : '';
    return {
      label: words.addReference,
      displayLabel: words.addReference,
      detail: found ? more : typed.query ? words.notFound(typed.query) : '',
      apply: view => {
        const now = citationAt(view.state, view.state.selection.main.head) ?? typed;
        this.close(view);
        this.desk.addReference(view, now);
      }
    };
  }

  /** The list's keys come before those of the notebook, which would leave the cell. */
  private onKey(event: KeyboardEvent, view: EditorView): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !isOpening(view)) {
      return false;
    }
    const move = MOVES[event.key];
    if (move) {
      move(view);
      this.hasMoved = true;
      return true;
    }
    const isEntered = event.key === 'Enter' && this.onEnter(view);
    this.hasMoved = false;
    return isEntered;
  }

  /** Adding a work is nothing that happens to somebody who only wants a new line. */
  private onEnter(view: EditorView): boolean {
    const offer = selectedCompletion(view.state) as IOffer | null;
    if (offer && !offer.work && !this.hasMoved) {
      this.close(view);
      return false;
    }
    return this.choose(view);
  }

  private hasMoved = false;
}

function write(
  view: EditorView,
  typed: ICitation,
  work: IWork,
  annotations?: TransactionSpec['annotations']
): void {
  undoByItself(view);
  const written = writing(view.state, typed, [work.cite]);
  view.dispatch({ ...written, annotations, userEvent: 'input.complete', scrollIntoView: true });
}

/** Let what is written now be undone without what was typed before it. */
export function undoByItself(view: EditorView): void {
  const shared = view.state.facet(undoing)?.sharedModel as IUndoable | undefined;
  shared?.undoManager?.stopCapturing();
}

interface IUndoable {
  undoManager?: { stopCapturing(): void } | null;
}

const undoing = Facet.define<CodeEditor.IModel, CodeEditor.IModel | null>({
  combine: models => models[0] ?? null
});

/** The list is open in this editor. */
export function isOpen(view: EditorView): boolean {
  return completionStatus(view.state) === 'active';
}

/** The list is open, or about to show what fits the last letter. */
function isOpening({ state }: EditorView): boolean {
  const status = completionStatus(state);
  return status === 'active' || (status === 'pending' && !!citationAt(state, state.selection.main.head));
}

const MOVES: Record<string, Command | undefined> = {
  ArrowDown: moveCompletionSelection(true),
  ArrowUp: moveCompletionSelection(false),
  PageDown: moveCompletionSelection(true, 'page'),
  PageUp: moveCompletionSelection(false, 'page')
};

const leave = StateEffect.define<number | null>();

/** The place of the sign at which the author closed the list. */
const leftAlone = StateField.define<number | null>({
  create: () => null,
  update: (value, transaction) => {
    for (const effect of transaction.effects) {
      if (effect.is(leave)) {
        return effect.value;
      }
    }
    if (value === null || !transaction.docChanged) {
      return value;
    }
    const moved = transaction.changes.mapPos(value, 1);
    return transaction.state.sliceDoc(moved, moved + 1) === '@' ? moved : null;
  }
});

/** A whole key with something behind it is a citation that is written already. */
function isWritten(works: readonly IWork[], query: string): boolean {
  const [, key, behind] = /^\{?(\S*?)\}?([.:?!)]*\s.*|[.:?!)]+)$/s.exec(query) ?? [];
  return Boolean(behind) && works.some(work => work.key === key);
}
