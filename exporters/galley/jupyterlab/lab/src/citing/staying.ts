/** A list stays at its cell when the cells above grow, as they do while a notebook is opened. */

import { Extension } from '@codemirror/state';
import { EditorView, repositionTooltips, ViewPlugin, ViewUpdate } from '@codemirror/view';

/** Follow the editor to its new place for as long as something is open in it. */
export function stayAtCell(isOpen: (view: EditorView) => boolean): Extension {
  return ViewPlugin.fromClass(
    class {
      constructor(private readonly view: EditorView) {}

      update({ view }: ViewUpdate): void {
        if (isOpen(view) && !this.frame) {
          this.top = topOf(view);
          this.follow();
        }
      }

      destroy(): void {
        cancelAnimationFrame(this.frame);
      }

      private follow(): void {
        this.frame = requestAnimationFrame(() => {
          this.frame = 0;
          if (isOpen(this.view)) {
            this.look();
            this.follow();
          }
        });
      }

      private look(): void {
        const top = topOf(this.view);
        if (top !== this.top) {
          this.top = top;
          repositionTooltips(this.view);
        }
      }

      private frame = 0;
      private top = 0;
    }
  );
}

function topOf(view: EditorView): number {
  return view.dom.getBoundingClientRect().top;
}
