/** Opening an article with its page beside it. */

import { JupyterFrontEnd } from '@jupyterlab/application';
import { NotebookPanel } from '@jupyterlab/notebook';

/** Return the open notebook; null where JupyterLab could not open it. */
export async function openBesidePage(
  app: JupyterFrontEnd,
  path: string
): Promise<NotebookPanel | null> {
  const opened = await app.commands.execute('docmanager:open', { path, factory: 'Notebook' });
  if (!(opened instanceof NotebookPanel)) {
    return null;
  }
  await opened.context.ready;
  app.shell.activateById(opened.id);
  await app.commands.execute('galley:show-page');
  return opened;
}
