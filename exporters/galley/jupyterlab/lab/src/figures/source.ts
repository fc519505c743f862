/** Changing a cell's text where it differs, so that undo and the cursor stay true. */

import { ICellModel } from '@jupyterlab/cells';

import { difference } from '../about/editing';

export function replaceSource(model: ICellModel['sharedModel'], source: string): void {
  const old = model.getSource();
  if (old === source) {
    return;
  }
  let [start, end, text] = difference(old, source);
  // A sign beyond the first 65,536 is two halves, which must not be parted.
  if (start > 0 && /[\uD800-\uDBFF]/.test(old[start - 1])) {
    start--;
    text = old[start] + text;
  }
  if (end < old.length && /[\uDC00-\uDFFF]/.test(old[end])) {
    text += old[end];
    end++;
  }
  model.updateSource(start, end, text);
}
