/** Going to a cell and to words in it, and changing its text so that it can be undone. */

import { Cell, ICellModel, MarkdownCell } from '@jupyterlab/cells';
import { NotebookPanel } from '@jupyterlab/notebook';

/** A part of a text, counted as JavaScript counts. */
export interface IRange {
  from: number;
  to: number;
}

/** Select a cell; with a line, put the cursor there. */
export async function goToCell(
  panel: NotebookPanel,
  id: string,
  line: number | null = null
): Promise<void> {
  const notebook = panel.content;
  const index = notebook.widgets.findIndex(cell => cell.model.id === id);
  if (index < 0) {
    return;
  }
  notebook.deselectAll();
  notebook.activeCellIndex = index;
  await notebook.scrollToItem(index, 'smart');
  if (line) {
    await goToLine(panel, index, line);
  }
}

/** Select a cell and words in it; they are looked for when the cell has its editor. */
export async function goToWords(
  panel: NotebookPanel,
  id: string,
  find: (source: string) => IRange
): Promise<Cell | null> {
  await goToCell(panel, id);
  const cell = panel.content.widgets.find(each => each.model.id === id);
  const editor = cell && (await editorOf(cell));
  if (!cell || !editor) {
    return null;
  }
  panel.content.mode = 'edit';
  const { from, to } = find(editor.model.sharedModel.getSource());
  const start = editor.getPositionAt(from);
  const end = editor.getPositionAt(to);
  if (start && end) {
    editor.setSelection({ start, end });
    editor.revealSelection({ start, end });
  }
  editor.focus();
  return cell;
}

/** Put one text in the place of another, as one step that can be undone. */
export function changeSource(model: ICellModel, before: string, after: string): boolean {
  const shared = model.sharedModel;
  if (shared.getSource() !== before) {
    return false;
  }
  const { from, end, value } = difference(before, after);
  // Only what is different: the cursor and the marks of the rest stay where they are.
  shared.updateSource(from, end, value);
  return true;
}

function difference(before: string, after: string): { from: number; end: number; value: string } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) {
    from += 1;
  }
  let same = 0;
  while (
    same < shorter - from &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  ) {
    same += 1;
  }
  return { from, end: before.length - same, value: after.slice(from, after.length - same) };
}

async function goToLine(panel: NotebookPanel, index: number, line: number): Promise<void> {
  const editor = await editorOf(panel.content.widgets[index]);
  if (!editor) {
    return;
  }
  panel.content.mode = 'edit';
  editor.setCursorPosition({ line: Math.min(line, editor.lineCount) - 1, column: 0 });
  editor.focus();
}

async function editorOf(cell: Cell): Promise<Cell['editor']> {
  await cell.ready;
  if (cell instanceof MarkdownCell) {
    cell.rendered = false;
  }
  return cell.editor;
}
