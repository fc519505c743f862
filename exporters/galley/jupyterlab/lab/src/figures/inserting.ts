/** A new cell with a figure below the chosen one. */

import { NotebookPanel } from '@jupyterlab/notebook';

import { askNewCell } from './server';

/** Insert the cell and choose it; return its id. */
export async function insertFigure(
  panel: NotebookPanel,
  name: string,
  articleLang: string
): Promise<string> {
  const notebook = panel.content;
  const chosen = notebook.activeCell?.model.id ?? '';
  const { source, after } = await askNewCell(panel, chosen, name, articleLang);
  const found = notebook.widgets.findIndex(cell => cell.model.id === after);
  const index = found < 0 ? notebook.widgets.length : found + 1;
  const cell = { cell_type: 'code' as const, source, metadata: { trusted: true } };
  panel.context.model.sharedModel.insertCell(index, cell);
  notebook.deselectAll();
  notebook.activeCellIndex = index;
  await notebook.scrollToItem(index, 'start');
  return notebook.widgets[index].model.id;
}
