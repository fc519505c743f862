/** Drawings in JupyterLab's own manner. */

import { LabIcon } from '@jupyterlab/ui-components';

const drawn = (path: string): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">' +
  `<path class="jp-icon3" fill="#616161" d="${path}"/></svg>`;

export const newArticleIcon = new LabIcon({
  name: 'galley:new-article',
  svgstr: drawn(
    'M5 3h9l6 6v4h-2v-3h-5V5H6v14h7v2H5a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zm3 9h6v1.5H8V12zm0 3h5v1.5' +
      'H8V15zm9 0h2v3h3v2h-3v3h-2v-3h-3v-2h3v-3z'
  )
});

/** The same as a picture, in Galley's own green, which stands out in both themes. */
export const newArticlePicture = `data:image/svg+xml,${encodeURIComponent(
  newArticleIcon.svgstr.replace('#616161', '#138a80')
)}`;

export const articlesIcon = new LabIcon({
  name: 'galley:articles',
  svgstr: drawn(
    'M3 4h14v14H3V4zm2 2v10h10V6H5zm2 2h6v1.5H7V8zm0 3h6v1.5H7V11zm12-4h2v14H7v-2h12V7z'
  )
});
