/** The panel with the page that readers will see. */

import { Message } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

import { LiveArticle } from '../shared/article';
import { goToCell } from '../shared/cells';
import { Choice } from '../shared/choice';
import { element } from '../shared/elements';
import { View } from '../shared/page';
import { Frames, Scheme } from './frames';
import { pageIcon } from '../shared/icons';
import { PageWords } from './words';

export type Width = 'phone' | 'panel' | 'desktop';
export type Kind = View | 'print';

export interface ILook {
  kind: Kind;
  width: Width;
  /** Undefined: as JupyterLab itself. */
  scheme?: Scheme;
}

/** A4, of which every unit of length knows how wide it is. */
const SHEET_PX = 794;
const WIDTHS: Record<Width, number | null> = { phone: 390, panel: null, desktop: 1280 };

export class PagePanel extends Widget {
  constructor(
    private readonly article: LiveArticle,
    private readonly words: PageWords,
    private readonly look: ILook,
    private readonly remember: (look: ILook) => void
  ) {
    super();
    this.id = 'galley-page';
    this.addClass('galley-page');
    this.title.label = words.page;
    this.title.icon = pageIcon;
    this.title.closable = true;
    this.frames = new Frames(this.stage, words.page);
    this.kinds = new Choice(words.shownAs, kind => this.change({ kind }));
    this.widths = new Choice(words.width, width => this.change({ width }));
    this.schemes = new Choice(words.colours, scheme => this.change({ scheme }));
    this.editions = new Choice(words.edition, edition => (article.edition = edition));
    this.fill();
    this.frames.clicked.connect((_, cell) => this.onClicked(cell));
    article.pageChanged.connect(this.onPage, this);
    article.cellChosen.connect(this.onCellChosen, this);
    this.onPage();
  }

  /** JupyterLab has another theme; the page goes with it unless the author chose. */
  onTheme(): void {
    const scheme = this.look.scheme ?? themeScheme();
    this.schemes.press(scheme);
    this.frames.wear({ scheme, paper: this.look.kind === 'print' });
  }

  override dispose(): void {
    if (!this.isDisposed) {
      this.frames.dispose();
      super.dispose();
    }
  }

  protected override onCloseRequest(message: Message): void {
    super.onCloseRequest(message);
    this.dispose();
  }

  /** At once, since the author is typing. */
  private onPage(): void {
    const { panel, page, pageTrouble } = this.article;
    if (panel !== this.followed) {
      this.followed = panel;
      this.frames.clear();
    }
    if (page) {
      this.frames.show(page);
    }
    this.offerEditions(page?.editions ?? []);
    this.say(this.note());
    this.node.classList.toggle('galley-troubled', pageTrouble !== null);
  }

  protected override onResize(message: Widget.ResizeMessage): void {
    super.onResize(message);
    this.fitPage();
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this.fitPage();
  }

  private fill(): void {
    const { words } = this;
    const bar = element('div', 'galley-bar');
    bar.append(this.kinds.node, this.widths.node, this.schemes.node, this.editions.node);
    this.saying.setAttribute('role', 'status');
    this.node.append(bar, this.saying, this.stage);
    this.kinds.offer(
      [['page', words.page], ['print', words.print], ['feed', words.feed], ['card', words.card]],
      this.look.kind
    );
    this.widths.offer(
      [['phone', words.phone], ['panel', words.panel], ['desktop', words.desktop]],
      this.look.width
    );
    this.schemes.offer([['light', words.light], ['dark', words.dark]], 'light');
    this.onTheme();
    this.onKind();
  }

  /** Paper has one width and one colour; what stands elsewhere has the colours of that place. */
  private onKind(): void {
    const { kind } = this.look;
    this.widths.node.hidden = kind === 'print';
    this.schemes.node.hidden = kind !== 'page';
    const view = kind === 'print' ? 'page' : kind;
    if (view !== this.article.view) {
      this.article.view = view;
    }
  }

  private change(part: Partial<ILook>): void {
    Object.assign(this.look, part);
    this.remember(this.look);
    this.onTheme();
    this.onKind();
    this.fitPage();
  }

  /** Give the page its width; where the panel is narrower, the page is shown smaller. */
  private fitPage(): void {
    const width = this.look.kind === 'print' ? SHEET_PX : WIDTHS[this.look.width];
    const { clientWidth } = this.stage;
    const scale = width && clientWidth ? Math.min(1, clientWidth / width) : 1;
    this.stage.dataset.width = this.look.width;
    this.stage.dataset.kind = this.look.kind;
    this.stage.style.setProperty('--galley-width', width ? `${width}px` : '100%');
    this.stage.style.setProperty('--galley-scale', String(scale));
  }

  private offerEditions(editions: string[]): void {
    if (editions.join() !== this.offered) {
      this.offered = editions.join();
      const named = editions.map((name): [string, string] => [name, sentenceCase(name)]);
      this.editions.offer(named, this.article.edition);
    }
    // Readers who choose none get the first.
    const { edition } = this.article;
    this.editions.press(editions.includes(edition) ? edition : editions[0]);
  }

  private note(): string {
    const { panel, page, pageTrouble } = this.article;
    if (!panel) {
      return this.words.noNotebook;
    }
    if (pageTrouble !== null) {
      return pageTrouble || this.words.noAnswer;
    }
    return page ? '' : this.words.working;
  }

  private say(text: string): void {
    this.saying.textContent = text;
    this.saying.hidden = !text;
  }

  private onClicked(cell: string): void {
    const { panel } = this.article;
    if (panel) {
      // The page is where the reader clicked already.
      this.isLed = true;
      void goToCell(panel, cell).finally(() => (this.isLed = false));
    }
  }

  private onCellChosen(_: LiveArticle, cell: string): void {
    if (!this.isLed) {
      this.frames.scrollTo(cell);
    }
  }

  private readonly stage = element('div', 'galley-stage');
  private readonly saying = element('div', 'galley-saying');
  private readonly frames: Frames;
  private readonly kinds: Choice<Kind>;
  private readonly widths: Choice<Width>;
  private readonly schemes: Choice<Scheme>;
  private readonly editions: Choice<string>;
  private followed: LiveArticle['panel'] = null;
  private offered = '?';
  private isLed = false;
}

function themeScheme(): Scheme {
  return document.body.dataset.jpThemeLight === 'false' ? 'dark' : 'light';
}

function sentenceCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replace(/[-_]/g, ' ');
}
