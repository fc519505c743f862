/** What stands in the list of works: who, when, what, and what to know before citing it. */

import { Completion } from '@codemirror/autocomplete';

import { element } from '../shared/elements';
import { IWork, Run } from './references';
import { CitingWords } from './words';

/** An entry of the list: a work, or the way to add one. */
export interface IOffer extends Completion {
  work?: IWork;
  isCited?: boolean;
}

/** What each entry consists of, in order. */
export function renderOffer(offer: IOffer, words: CitingWords): Node {
  const { work, isCited } = offer;
  const entry = element('span', 'galley-offer');
  if (!work) {
    entry.append(element('span', 'galley-offer-add', offer.displayLabel ?? offer.label));
    if (offer.detail) {
      entry.append(element('span', 'galley-offer-note', offer.detail));
    }
    return entry;
  }
  const head = element('span', 'galley-offer-head');
  head.append(element('span', 'galley-offer-names', `${work.names || work.key} ${work.year}`.trim()));
  if (work.notice) {
    const severity = work.notice === 'retraction' ? 'galley-error' : 'galley-warning';
    head.append(element('span', `galley-offer-mark ${severity}`, words[work.notice]));
  }
  if (isCited) {
    head.append(element('span', 'galley-offer-mark', words.cited));
  }
  head.append(element('span', 'galley-offer-key', work.key));
  entry.append(head, element('span', 'galley-offer-title', work.title));
  return entry;
}

/** A work as the list of references has it. */
export function renderReference(runs: readonly Run[], work: IWork, words: CitingWords): HTMLElement {
  const box = element('div', 'galley-reference');
  if (work.notice) {
    const severity = work.notice === 'retraction' ? 'galley-error' : 'galley-warning';
    box.append(element('p', `galley-reference-notice ${severity}`, words[`${work.notice}Hint`]));
  }
  const text = element('p', '');
  text.append(...(runs.length ? formatted(runs) : [`${work.names} ${work.year}. ${work.title}`]));
  box.append(text);
  return box;
}

/** Words as nodes, slanted where they are slanted on the page. */
export function formatted(runs: readonly Run[]): Node[] {
  return runs.map(([text, isSlanted]) => (isSlanted ? element('em', '', text) : new Text(text)));
}
