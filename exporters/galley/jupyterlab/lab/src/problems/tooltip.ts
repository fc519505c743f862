/** What is said of a problem where it stands. */

import { IFinding } from '../shared/server';
import { button, element } from '../shared/elements';
import { Marks } from './marks';
import { SIGNS } from './signs';
import { ProblemWords, sentenceCase, severityWord } from './words';

/** Return what problems at one place say, with what can be done about them. */
export function tooltipNode(
  findings: IFinding[],
  marks: Marks,
  words: ProblemWords
): HTMLElement {
  const node = element('div', 'galley-tooltip');
  node.setAttribute('role', 'tooltip');
  node.append(...findings.map(finding => findingNode(finding, marks, words)));
  return node;
}

function findingNode(finding: IFinding, marks: Marks, words: ProblemWords): HTMLElement {
  const sign = element('span', 'galley-sign', SIGNS[finding.severity]);
  sign.setAttribute('role', 'img');
  sign.setAttribute('aria-label', severityWord(finding.severity, words));
  const node = element(
    'div',
    `galley-${finding.severity}`,
    element('p', '', sign, ' ', sentenceCase(finding.message))
  );
  if (finding.fix) {
    node.append(element('p', 'galley-todo', `${words.fix}: ${finding.fix}`));
  }
  const { actions } = marks;
  if (actions) {
    const row = element('div', 'galley-actions');
    const label = finding.suggestion ? words.useWord(finding.suggestion) : words.mend;
    if (finding.suggestion || finding.can_be_mended) {
      row.append(button('galley-main', label, () => actions.mend(finding), 'Alt+F8'));
    }
    row.append(button('', words.inList, () => actions.showInList(finding)));
    node.append(row);
  }
  return node;
}
