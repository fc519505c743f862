/** Asking about a notebook as it is in memory: only cells that have changed are sent. */

import { ICellModel } from '@jupyterlab/cells';
import { INotebookModel } from '@jupyterlab/notebook';
import { UUID } from '@lumino/coreutils';

import { CellStates } from './cell_states';
import { ask, Refusal } from './server';

const CLIENT = UUID.uuid4();
const STATES = new CellStates();

/** Asks one kind of question; what was sent for another kind is not known here. */
export class Asking<Answer extends object> {
  constructor(private readonly want: 'page' | 'findings') {}

  async ask(path: string, model: INotebookModel, more: object): Promise<Answer> {
    // Twice, since a server that was started anew knows none of the cells.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const cells = Array.from(model.cells);
      const keys = cells.map(cell => STATES.nameOf(cell));
      const body = JSON.stringify({
        ...more,
        want: this.want,
        client: CLIENT,
        path,
        notebook: metadataOf(model),
        keys,
        cells: this.unknown(cells, keys)
      });
      const answer = await ask<Answer | IMissing>('preview', { method: 'POST', body });
      if (!('missing' in answer)) {
        this.known = new Set(keys);
        return answer;
      }
      const missing = new Set(answer.missing);
      this.known = new Set(keys.filter(key => !missing.has(key)));
    }
    throw new Refusal('', 500);
  }

  private unknown(cells: ICellModel[], keys: string[]): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    keys.forEach((key, place) => {
      if (!this.known.has(key)) {
        found[key] = cells[place].toJSON();
      }
    });
    return found;
  }

  private known = new Set<string>();
}

interface IMissing {
  missing: string[];
}

function metadataOf(model: INotebookModel): object {
  const { metadata } = model.sharedModel;
  return { metadata, nbformat: model.nbformat, nbformat_minor: model.nbformatMinor };
}
