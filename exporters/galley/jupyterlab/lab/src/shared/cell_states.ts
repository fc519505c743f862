/** Names for the states of cells, so that a cell is sent again only when it has changed. */

import { ICellModel } from '@jupyterlab/cells';

export class CellStates {
  /** The same name as long as the cell is as it was; no other state has it. */
  nameOf(cell: ICellModel): string {
    let name = this.names.get(cell);
    if (!name) {
      this.last += 1;
      name = String(this.last);
      this.names.set(cell, name);
      cell.contentChanged.connect(this.forget, this);
    }
    return name;
  }

  private forget(cell: ICellModel): void {
    this.names.delete(cell);
  }

  private last = 0;
  private readonly names = new WeakMap<ICellModel, string>();
}
