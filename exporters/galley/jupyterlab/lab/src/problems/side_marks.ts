/** A small mark at the side of each cell that has problems, also where it is shown as a page. */

import { Cell } from '@jupyterlab/cells';

import { LiveArticle } from '../shared/article';
import { IFinding } from '../shared/server';
import { button } from '../shared/elements';
import { Marks } from './marks';
import { gravest, SIGNS } from './signs';
import { ProblemWords, severityWord } from './words';

const CLASS = 'galley-side-mark';

export class SideMarks {
  constructor(
    private readonly article: LiveArticle,
    private readonly marks: Marks,
    private readonly words: ProblemWords
  ) {
    marks.changed.connect(this.renew, this);
  }

  private renew(): void {
    for (const cell of this.article.panel?.content.widgets ?? []) {
      const findings = this.marks.of(cell.model);
      if (findings) {
        this.mark(cell, findings);
      }
    }
  }

  private mark(cell: Cell, findings: IFinding[]): void {
    const old = cell.node.querySelector(`:scope > .${CLASS}`);
    if (!findings.length) {
      old?.remove();
      return;
    }
    const node = this.markNode(findings, () => {
      const now = this.marks.of(cell.model) ?? findings;
      const finding = worstOf(now.length ? now : findings);
      this.marks.actions?.showInList(finding);
    });
    if (!old) {
      cell.node.append(node);
    } else if (!old.isEqualNode(node)) {
      old.replaceWith(node);
    }
  }

  private markNode(findings: IFinding[], onClicked: () => void): HTMLElement {
    const { words } = this;
    const { severity, message } = worstOf(findings);
    const label = `${SIGNS[severity]} ${findings.length}`;
    const said = `${words.here(findings.length)}. ${severityWord(severity, words)}: ${message}`;
    const node = button(`${CLASS} galley-${severity}`, label, onClicked, said);
    node.setAttribute('aria-label', said);
    return node;
  }
}

function worstOf(findings: IFinding[]): IFinding {
  const severity = gravest(findings.map(each => each.severity));
  return findings.find(each => each.severity === severity) ?? findings[0];
}
