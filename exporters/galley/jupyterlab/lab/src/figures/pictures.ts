/** Pictures of figures: asked for when they come into sight, in the colours of the lab. */

import { element } from '../shared/elements';
import { askPicture, IPicture } from './server';
import { FigureWords } from './words';

export class Pictures {
  constructor(private readonly words: FigureWords) {}

  /** Return the place of a picture, which is drawn when an author can see it. */
  place(name: string): HTMLElement {
    const place = element('div', 'galley-picture');
    place.dataset.name = name;
    this.observer.observe(place);
    this.places.add(place);
    return place;
  }

  /** JupyterLab has another theme. */
  onTheme(): void {
    for (const place of this.places) {
      if (this.known.has(place.dataset.name ?? '')) {
        void this.draw(place);
      }
    }
  }

  dispose(): void {
    this.observer.disconnect();
    this.places.clear();
  }

  /** Return a figure's picture and words. */
  get(name: string): Promise<IPicture> {
    const known = this.known.get(name);
    if (known) {
      return known;
    }
    const asked = askPicture(name);
    this.known.set(name, asked);
    asked.catch(() => this.known.delete(name));
    return asked;
  }

  async image(name: string): Promise<HTMLImageElement> {
    const { svg, alt } = await this.get(name);
    const image = document.createElement('img');
    // Nothing in a picture runs.
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg[scheme()])}`;
    image.alt = alt;
    return image;
  }

  /** Draw what is in sight or near, one after the other, what is highest on the screen first. */
  private async drawWanted(): Promise<void> {
    if (this.isDrawing) {
      return;
    }
    this.isDrawing = true;
    for (let place = this.nearest(); place; place = this.nearest()) {
      this.wanted.delete(place);
      this.observer.unobserve(place);
      await this.draw(place);
    }
    this.isDrawing = false;
  }

  private nearest(): HTMLElement | undefined {
    const below = (place: HTMLElement): number => {
      const { top, bottom } = place.getBoundingClientRect();
      return bottom < 0 ? Infinity : top;
    };
    return [...this.wanted].sort((one, other) => below(one) - below(other))[0];
  }

  private async draw(place: HTMLElement): Promise<void> {
    try {
      place.replaceChildren(await this.image(place.dataset.name ?? ''));
    } catch {
      place.textContent = this.words.noPicture;
    }
  }

  private readonly observer = new IntersectionObserver(
    entries => {
      for (const { target, isIntersecting } of entries) {
        const place = target as HTMLElement;
        this.wanted.delete(place);
        if (isIntersecting) {
          this.wanted.add(place);
        }
      }
      void this.drawWanted();
    },
    { rootMargin: '300px' }
  );
  private readonly wanted = new Set<HTMLElement>();
  private isDrawing = false;
  private readonly known = new Map<string, Promise<IPicture>>();
  private readonly places = new Set<HTMLElement>();
}

function scheme(): 'light' | 'dark' {
  return document.body.dataset.jpThemeLight === 'false' ? 'dark' : 'light';
}
