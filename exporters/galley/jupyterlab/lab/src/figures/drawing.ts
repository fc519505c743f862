/** Running the cell of a figure, and before it the cells that it needs, each once for a kernel. */

import { Cell } from '@jupyterlab/cells';
import { NotebookActions, NotebookPanel } from '@jupyterlab/notebook';

export type Drawn = 'drawn' | 'failed' | 'no kernel';

export class Drawing {
  constructor() {
    NotebookActions.executed.connect((_, { notebook, cell, success }) => {
      if (success && notebook.parent instanceof NotebookPanel) {
        this.ranIn(notebook.parent).add(cell.model.id);
      }
    });
  }

  async draw(panel: NotebookPanel, id: string, needs: string[]): Promise<Drawn> {
    const { content, sessionContext } = panel;
    await sessionContext.ready;
    if (!sessionContext.session?.kernel) {
      return 'no kernel';
    }
    const ran = this.ranIn(panel);
    const wanted = [...needs.filter(need => !ran.has(need)), id];
    const cells = wanted.flatMap(each => content.widgets.find(cell => cell.model.id === each) ?? []);
    return (await run(panel, cells)) ? 'drawn' : 'failed';
  }

  private ranIn(panel: NotebookPanel): Set<string> {
    const known = this.ran.get(panel);
    if (known) {
      return known;
    }
    const ran = new Set<string>();
    this.ran.set(panel, ran);
    panel.sessionContext.kernelChanged.connect(() => ran.clear());
    panel.sessionContext.statusChanged.connect((_, status) => {
      if (status === 'restarting' || status === 'autorestarting') {
        ran.clear();
      }
    });
    return ran;
  }

  private readonly ran = new WeakMap<NotebookPanel, Set<string>>();
}

function run({ content, sessionContext }: NotebookPanel, cells: Cell[]): Promise<boolean> {
  return NotebookActions.runCells(content, cells, sessionContext);
}
