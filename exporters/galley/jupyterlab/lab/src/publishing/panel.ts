/** The panel that says how far publishing is, and how it ended. */

import { Message } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

import { button, element } from '../shared/elements';
import { publishIcon } from './icons';
import { Publisher } from './publisher';
import { IBuild, IEnded, IProgress, pageUrl } from './server';
import { PublishingWords } from './words';

export interface IPublishingActs {
  /** Go to where a finding stands. */
  goTo(file: string, cell: string | null, line: number | null): void;
  /** Publish the same once more. */
  again(build: IBuild): void;
}

export class PublishingPanel extends Widget {
  constructor(
    private readonly publisher: Publisher,
    private readonly words: PublishingWords,
    private readonly acts: IPublishingActs
  ) {
    super();
    this.id = 'galley-publishing';
    this.addClass('galley-publishing');
    this.node.tabIndex = -1;
    this.title.label = words.publishing;
    this.title.icon = publishIcon;
    this.title.closable = true;
    this.status.setAttribute('role', 'status');
    publisher.changed.connect(this.update, this);
    this.update();
  }

  protected override onCloseRequest(message: Message): void {
    super.onCloseRequest(message);
    this.dispose();
  }

  protected override onUpdateRequest(): void {
    const { build, isBusy, isStopping } = this.publisher;
    const print = JSON.stringify([build, isStopping, this.publisher.refusal]);
    if (print === this.printed) {
      return;
    }
    this.printed = print;
    if (build && isBusy && this.bar.isConnected) {
      this.showProgress(build.progress);
      return;
    }
    this.node.replaceChildren(...this.contents(build));
  }

  private contents(build: IBuild | null): HTMLElement[] {
    const { publisher, words } = this;
    if (publisher.refusal !== null) {
      return [heading(words.fault), paragraph(publisher.refusal || words.noAnswer)];
    }
    if (!build) {
      return [paragraph(words.idle)];
    }
    return build.ended ? this.outcome(build, build.ended) : this.running(build);
  }

  private running(build: IBuild): HTMLElement[] {
    const { publisher, words } = this;
    const title = build.article ? words.publishingArticle(publisher.title) : words.publishingSite;
    const row = element('div', 'galley-progress');
    this.stop = button('', words.stop, () => void publisher.stop());
    row.append(this.bar, this.stop);
    this.bar.setAttribute('aria-label', title);
    this.showProgress(build.progress);
    return [heading(title), row, this.status];
  }

  private showProgress(progress: IProgress): void {
    const { publisher, words, bar } = this;
    if (progress.total) {
      bar.max = progress.total;
      bar.value = progress.done;
    } else {
      bar.removeAttribute('value');
    }
    if (this.stop) {
      this.stop.disabled = publisher.isStopping;
    }
    this.status.textContent = publisher.isStopping ? words.stopping : this.line(progress);
  }

  private line({ step, done, total, left_s, running }: IProgress): string {
    const { words } = this;
    const parts = [step ? words.steps[step] ?? step : words.starting];
    if (total) {
      parts.push(words.done(done, total));
    }
    if (left_s && left_s >= 1) {
      parts.push(words.left(left_s));
    }
    const cells = running.map(each => words.cell(each.file, each.cell, each.cells));
    return [parts.join(' · '), ...cells].join('\n');
  }

  private outcome(build: IBuild, ended: IEnded): HTMLElement[] {
    switch (ended.state) {
      case 'published':
        return build.article ? this.published(build, ended) : this.exported(build, ended);
      case 'look':
        return [paragraph(this.words.notSent), this.againButton(build)];
      case 'stopped':
        return [paragraph(this.words.stopped), this.againButton(build)];
      case 'fault':
        return [heading(this.words.fault), paragraph(ended.message ?? ''), this.againButton(build)];
      default:
        return this.notPublished(build, ended);
    }
  }

  private published(build: IBuild, ended: IEnded): HTMLElement[] {
    const { publisher, words } = this;
    const address = ended.address ?? '';
    const links = element('div', 'galley-links');
    links.append(link(words.openPage, pageUrl(build.site, address)));
    if (ended.url) {
      links.append(link(words.openPublic, ended.url));
    }
    return [
      heading(words.published(publisher.title)),
      links,
      paragraph(ended.sent ? words.sentTo(ended.sent) : words.onlyHere),
      place(`${build.place}/${address}`)
    ];
  }

  private exported(build: IBuild, ended: IEnded): HTMLElement[] {
    const { words } = this;
    const { built = 0, unchanged = 0, unpublished = 0, failed = 0, held_back = 0 } =
      ended.counts ?? {};
    const links = element('div', 'galley-links');
    links.append(link(words.openSite, pageUrl(build.site, 'index.html')));
    const parts = [
      heading(words.siteMade),
      links,
      paragraph(words.counts(built, unchanged, unpublished)),
      paragraph(words.exportedHere),
      place(build.place)
    ];
    if (failed + held_back) {
      parts.push(paragraph(words.someFailed(failed + held_back)), this.findings(ended));
    }
    return parts;
  }

  private notPublished(build: IBuild, ended: IEnded): HTMLElement[] {
    const { publisher, words } = this;
    const found = ended.findings ?? [];
    const reason =
      ended.state === 'draft'
        ? words.draftTitle
        : ended.state === 'scheduled'
          ? words.scheduled(ended.day ?? '')
          : words.errors(found.length);
    return [
      heading(words.notPublished(publisher.title || build.article)),
      paragraph(reason),
      this.findings(ended),
      this.againButton(build)
    ];
  }

  private findings(ended: IEnded): HTMLElement {
    const list = element('ul', 'galley-error');
    for (const { file, cell, line, message, fix } of ended.findings ?? []) {
      const item = element('li', 'galley-in-the-way');
      const way = button('', sentence(message), () => this.acts.goTo(file, cell, line));
      way.title = this.words.goTo;
      item.append(way, element('span', '', [file, sentence(fix)].filter(Boolean).join(' · ')));
      list.append(item);
    }
    return list;
  }

  private againButton(build: IBuild): HTMLElement {
    const row = element('div', 'galley-links');
    row.append(button('', this.words.again, () => this.acts.again(build)));
    return row;
  }

  private readonly bar = document.createElement('progress');
  private readonly status = element('p', 'galley-status');
  private stop: HTMLButtonElement | null = null;
  private printed = '';
}

function sentence(words: string): string {
  const whole = words.charAt(0).toUpperCase() + words.slice(1);
  return whole.replace(/[^.?!]$/, '$&.');
}

const heading = (content: string): HTMLElement => element('h3', '', content);
const paragraph = (content: string): HTMLElement => element('p', '', content);
const place = (path: string): HTMLElement => element('code', 'galley-path', path);

/** A link that opens in a tab of its own, which cannot reach back. */
function link(content: string, href: string): HTMLElement {
  const node = element('a', '', content);
  Object.assign(node, { href, target: '_blank', rel: 'noopener noreferrer' });
  return node;
}
