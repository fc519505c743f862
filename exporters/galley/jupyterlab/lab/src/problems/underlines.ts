/** The words that problems are about, underlined in the editor of their cell. */

import { EditorState, Extension, Range, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  DecorationSet,
  EditorView,
  hoverTooltip,
  showTooltip,
  Tooltip,
  ViewPlugin
} from '@codemirror/view';
import { CodeEditor } from '@jupyterlab/codeeditor';

import { IFinding } from '../shared/server';
import { Marks } from './marks';
import { rangeOf } from './places';
import { tooltipNode } from './tooltip';
import { ProblemWords } from './words';

const setMarks = StateEffect.define<DecorationSet>();
const showAt = StateEffect.define<number | null>();

/** Underlines; they move with what is written before them, and go with what they mark. */
const underlines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) {
        return effect.value;
      }
    }
    return marks.map(transaction.changes);
  },
  provide: field => EditorView.decorations.from(field)
});

/** Return what underlines the problems of one cell. */
export function underlining(
  model: CodeEditor.IModel,
  marks: Marks,
  words: ProblemWords
): Extension {
  const tooltipAt = (state: EditorState, at: number): Tooltip | null => {
    const found = marksAt(state, at);
    return found && { ...found.range, create: () => ({ dom: tooltipNode(found.findings, marks, words) }) };
  };
  return [
    underlines,
    follower(model, marks),
    hoverTooltip((view, at) => tooltipAt(view.state, at), { hideOnChange: true }),
    calledTooltip(tooltipAt)
  ];
}

/** Show at the cursor what is wrong there, without a mouse. */
export function showTooltipAt(view: EditorView, at: number): void {
  view.dispatch({ effects: showAt.of(at) });
}

/** Return the problems whose words stand at a place. */
export function findingsAt(state: EditorState, at: number): IFinding[] {
  return marksAt(state, at)?.findings ?? [];
}

/** Keeps the underlines of one editor as the problems are known. */
function follower(model: CodeEditor.IModel, marks: Marks): Extension {
  return ViewPlugin.define(view => {
    const renew = (): void => {
      const findings = marks.of(model);
      if (findings) {
        view.dispatch({ effects: setMarks.of(decorations(findings, view.state.doc.toString())) });
      }
    };
    marks.changed.connect(renew);
    // An editor takes no changes while it is being made.
    const timer = window.setTimeout(renew);
    return {
      destroy: () => {
        window.clearTimeout(timer);
        marks.changed.disconnect(renew);
      }
    };
  });
}

function decorations(findings: IFinding[], source: string): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const finding of findings) {
    const range = rangeOf(finding, source);
    if (range && range.from < range.to) {
      const whole = finding.words?.is_whole_line ? ' galley-mark-line' : '';
      const mark = Decoration.mark({
        class: `galley-mark galley-${finding.severity}${whole}`,
        finding
      });
      ranges.push(mark.range(range.from, range.to));
    }
  }
  return Decoration.set(ranges, true);
}

/** A tooltip that was asked for with a key; it goes with the next movement. */
function calledTooltip(
  tooltipAt: (state: EditorState, at: number) => Tooltip | null
): Extension {
  const field = StateField.define<Tooltip | null>({
    create: () => null,
    update(shown, transaction) {
      for (const effect of transaction.effects) {
        if (effect.is(showAt)) {
          return effect.value === null ? null : tooltipAt(transaction.state, effect.value);
        }
      }
      return transaction.docChanged || transaction.selection ? null : shown;
    },
    provide: own => showTooltip.from(own)
  });
  const hide = EditorView.domEventHandlers({
    blur: (_event, view) => {
      if (view.state.field(field)) {
        view.dispatch({ effects: showAt.of(null) });
      }
    }
  });
  return [field, hide];
}

function marksAt(
  state: EditorState,
  at: number
): { range: { pos: number; end: number }; findings: IFinding[] } | null {
  const findings: IFinding[] = [];
  let pos = at;
  let end = at;
  state.field(underlines, false)?.between(at, at, (from, to, { spec }) => {
    findings.push(spec.finding as IFinding);
    pos = findings.length === 1 ? from : Math.max(pos, from);
    end = Math.max(end, to);
  });
  return findings.length ? { range: { pos, end }, findings } : null;
}
