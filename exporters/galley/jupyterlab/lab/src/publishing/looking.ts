/** What leaves this computer, shown to the author before it is gone. */

import { Dialog, showDialog } from '@jupyterlab/apputils';
import { Widget } from '@lumino/widgets';

import { PublishingWords } from './words';

/** Show what becomes public; return whether the author agrees. */
export async function mayLeave(told: string, words: PublishingWords): Promise<boolean> {
  const body = new Widget({ node: document.createElement('pre') });
  body.addClass('galley-leaving');
  body.node.textContent = told;
  // So that it can be scrolled without a mouse.
  body.node.tabIndex = 0;
  const answer = await showDialog({
    title: words.lookTitle,
    body,
    buttons: [
      Dialog.cancelButton({ label: words.cancel }),
      Dialog.okButton({ label: words.send })
    ]
  });
  return answer.button.accept;
}
