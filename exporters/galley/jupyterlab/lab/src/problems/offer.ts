/** What mending would change, shown before it changes. */

import { IExcerpt, IMending } from '../shared/server';
import { button, element } from '../shared/elements';
import { ProblemWords } from './words';

/** Return a small picture of before and after with the question whether to change it. */
export function offerNode(
  mending: IMending,
  placeOf: (cell: string) => string,
  words: ProblemWords,
  onAnswer: (isAgreed: boolean) => void
): HTMLElement {
  const node = element('div', 'galley-change');
  node.setAttribute('role', 'group');
  const shown = mending.steps.filter(step => step.excerpt);
  for (const [index, { cell, file, excerpt }] of shown.entries()) {
    const title = file ? words.willBeAdded(file) : words.willChange;
    const where = cell && shown.length > 1 ? `${placeOf(cell)}: ` : '';
    if (where || index === 0 || (file && shown[index - 1].file !== file)) {
      node.append(element('p', '', `${where}${title}`));
    }
    node.append(excerptNode(file ? addition(excerpt!) : excerpt!));
  }
  const agree = button('galley-main', words.apply, () => onAnswer(true));
  node.append(
    element('div', 'galley-actions', agree, button('', words.leave, () => onAnswer(false)))
  );
  return node;
}

function excerptNode({ head, before, after, tail }: IExcerpt): HTMLElement {
  const node = element('pre', 'galley-excerpt', head);
  if (before) {
    node.append(element('del', '', before));
  }
  if (before && after) {
    node.append(' ');
  }
  if (after) {
    node.append(element('ins', '', after));
  }
  node.append(tail);
  return node;
}

/** Return what is added to a file; what stands around it there says nothing. */
function addition({ before, after }: IExcerpt): IExcerpt {
  return { head: '', before: before.trim(), after: after.trim(), tail: '' };
}
