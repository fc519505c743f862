/** Going to a cell, and to a line in it. */

import { MarkdownCell } from '@jupyterlab/cells';
import { NotebookPanel } from '@jupyterlab/notebook';

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

async function goToLine(panel: NotebookPanel, index: number, line: number): Promise<void> {
  const cell = panel.content.widgets[index];
  await cell.ready;
  if (cell instanceof MarkdownCell) {
    cell.rendered = false;
  }
  const editor = cell.editor;
  if (!editor) {
    return;
  }
  panel.content.mode = 'edit';
  editor.setCursorPosition({ line: Math.min(line, editor.lineCount) - 1, column: 0 });
  editor.focus();
}
