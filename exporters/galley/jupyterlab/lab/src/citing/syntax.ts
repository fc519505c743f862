/** Where in Markdown a citation is being typed, and how one is written there. */

import { syntaxTree } from '@codemirror/language';
import { EditorState, TransactionSpec } from '@codemirror/state';

/** A citation that is being typed, from its `@` to the cursor. */
export interface ICitation {
  from: number;
  to: number;
  query: string;
  isBracketed: boolean;
}

const LONGEST = 80;
// The query is on one line, and ends where a locator, the next work or the bracket's end begins.
const TYPED = /@(\{?[^@[\]{};,`\n]*)$/;
// A letter before the sign makes it an address of mail, a slash one of the web.
const BEFORE = /(?:^|[\s([;"'“”‘’„«—–…|])[*_~]*-?$/;
const ADDRESS = /(?:https?:|www\.|\]\(|<)\S*$/;
// A sign that ends a clause ends a query too, once something follows it.
const SENTENCE = /[.!?:]\s|\s{2}|^\s|^[^\p{L}\p{N}_{]/u;
const NO_PROSE = new Set([
  'InlineCode', 'CodeText', 'CodeBlock', 'URL', 'Autolink', 'HTMLTag', 'HTMLBlock', 'Comment',
  'CommentBlock', 'LinkLabel', 'InlineMathDollar', 'InlineMathBracket', 'BlockMathDollar',
  'BlockMathBracket'
]);
// Blocks between fences whose content is prose: ```{note} and the like.
const FENCED_PROSE = /^\s*(?:`{3,}|~{3,})\s*\{(?!code|math|mermaid|raw|eval|literal|output)[\w:+-]+\}/;
const FRONT_MATTER = /^---[ \t]*\n(?:[^]*?\n)?---[ \t]*(?:\n|$)/;

/** Return the citation that is typed at a position; null where none is, or none may be. */
export function citationAt(state: EditorState, at: number): ICitation | null {
  const line = state.doc.lineAt(at);
  const typed = TYPED.exec(line.text.slice(Math.max(0, at - line.from - LONGEST), at - line.from));
  if (!typed) {
    return null;
  }
  const query = typed[1];
  const from = at - query.length - 1;
  const before = line.text.slice(0, from - line.from);
  if (SENTENCE.test(query) || !BEFORE.test(before) || ADDRESS.test(before)) {
    return null;
  }
  if (isFrontMatter(state, from) || !isProse(state, from)) {
    return null;
  }
  const paragraph = aboveOf(state, line.from) + before;
  if (isUnclosed(paragraph)) {
    return null;
  }
  return { from, to: at, query, isBracketed: isBracketed(paragraph) };
}

/** Return what writes citations in place of what was typed, and leaves the cursor behind them. */
export function writing(
  state: EditorState,
  place: { from: number; to: number; isBracketed: boolean },
  cites: readonly string[]
): TransactionSpec {
  const { from, to, isBracketed } = place;
  const line = state.doc.lineAt(to);
  const after = line.text.slice(to - line.from);
  // A brace that was typed before the key, or closed by the editor, belongs to the key.
  const end = to + (state.sliceDoc(from, from + 2) === '@{' && after.startsWith('}') ? 1 : 0);
  const rest = line.text.slice(end - line.from);
  const joined = cites.join('; ');
  if (!isBracketed) {
    const insert = cites.length > 1 ? `[${joined}]` : joined;
    return { changes: { from, to: end, insert }, selection: { anchor: from + insert.length } };
  }
  const isClosed = /^[^[\]]*\]/.test(rest);
  const insert = isClosed ? joined : `${joined}]`;
  const past = rest.startsWith(']') ? 1 : 0;
  return { changes: { from, to: end, insert }, selection: { anchor: from + insert.length + past } };
}

/** Return the keys that a text cites. */
export function citedKeys(source: string): string[] {
  const marked = source.matchAll(/@(?:\{([^{}\s]+)\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*))/gu);
  const roles = source.matchAll(/\{cite[a-z:]*\}`([^`]+)`/g);
  return [
    ...Array.from(marked, match => match[1] ?? match[2]),
    ...Array.from(roles, match => match[1].split(/[,;\s]+/)).flat()
  ];
}

function isBracketed(before: string): boolean {
  return before.lastIndexOf('[') > before.lastIndexOf(']');
}

/** The lines of the paragraph above. */
function aboveOf(state: EditorState, at: number): string {
  const above = state.sliceDoc(Math.max(0, at - 2000), at);
  return above.slice(above.search(/(?:^|\n[ \t]*\n)(?![^]*\n[ \t]*\n)/));
}

/** Code or a formula that was begun and is not closed yet is no prose either. */
function isUnclosed(before: string): boolean {
  const bare = before
    .replace(/^\s*(?:`{3,}|~{3,}).*$/gm, '')
    .replace(/\\[`$]/g, '')
    .replace(/(`+)[^`]*\1/g, '')
    .replace(/\$\$[^$]*\$\$/g, '')
    .replace(/\$(?![\s$])[^$]*?[^\s$]\$(?!\d)/g, '');
  return bare.includes('`') || /\$(?:\$|(?![\s\d$]))/.test(bare);
}

function isProse(state: EditorState, at: number): boolean {
  for (let node = syntaxTree(state).resolveInner(at, 1) ?? null; node.parent; node = node.parent) {
    if (node.name === 'FencedCode') {
      return FENCED_PROSE.test(state.doc.lineAt(node.from).text);
    }
    if (NO_PROSE.has(node.name) && !isInFence(node)) {
      return false;
    }
  }
  return true;
}

function isInFence(node: { name: string; parent: unknown }): boolean {
  return node.name === 'CodeText' && (node.parent as { name: string }).name === 'FencedCode';
}

function isFrontMatter(state: EditorState, at: number): boolean {
  if (state.doc.line(1).text.trimEnd() !== '---') {
    return false;
  }
  const found = FRONT_MATTER.exec(state.sliceDoc(0, 20_000));
  return !found || at < found[0].length;
}
