/** The field for why a problem may stay. */

import { button, element } from '../shared/elements';
import { ProblemWords } from './words';

const FEWEST_WORDS = 3;

/** Return the field; what is refused is said below it. */
export function reasonNode(
  words: ProblemWords,
  onReason: (reason: string) => Promise<void>,
  onLeft: () => void
): HTMLElement {
  const field = element('input');
  field.type = 'text';
  field.placeholder = words.keepExample;
  const refusal = element('p', 'galley-refusal');
  refusal.setAttribute('role', 'alert');
  const form = element(
    'form',
    'galley-reason',
    element('label', '', words.keepLabel, field),
    element(
      'div',
      'galley-actions',
      submitButton(words.keepDone),
      button('', words.leave, onLeft)
    ),
    refusal
  );
  form.addEventListener('submit', event => {
    event.preventDefault();
    const reason = field.value.trim();
    if (reason.split(/\s+/).length < FEWEST_WORDS) {
      refusal.textContent = words.keepFew;
      field.focus();
      return;
    }
    onReason(reason).catch((error: Error) => {
      refusal.textContent = error.message || words.noAnswer;
    });
  });
  form.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      onLeft();
    }
  });
  return form;
}

function submitButton(label: string): HTMLButtonElement {
  const node = element('button', 'galley-main', label);
  node.type = 'submit';
  return node;
}
