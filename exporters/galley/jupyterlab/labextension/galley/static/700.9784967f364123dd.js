"use strict";(self.rspackChunkgalley=self.rspackChunkgalley||[]).push([[700],{173(e,l,r){var a=r(601),o=r.n(a),i=r(314),t=(r.n(i))()(o());t.push([e.id,`.galley-wish {
  display: grid;
  gap: 10px;
  min-width: 340px;
  padding-block: 4px;
}

.galley-wish p {
  margin: 6px 0 0;
  max-width: 46ch;
}

.galley-wish label {
  display: grid;
  gap: 3px;
}

.galley-wish input,
.galley-wish select {
  box-sizing: border-box;
  width: 100%;
  min-height: 30px;
  padding: 3px 8px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 3px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font: inherit;
}

.galley-wish input:focus-visible,
.galley-wish select:focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: -1px;
}

.galley-articles {
  overflow: auto;
  padding: 0 10px 16px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size1);
  line-height: 1.45;
}

.galley-articles h2 {
  margin: 10px 0 6px;
  font-size: var(--jp-ui-font-size1);
  font-weight: 600;
}

.galley-articles-bar,
.galley-article-acts {
  display: flex;
  flex-wrap: wrap;
  gap: 4px 6px;
}

.galley-articles-bar button,
.galley-article-acts > * {
  padding: 2px 8px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 4px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font: inherit;
  cursor: pointer;
}

.galley-articles-bar button:hover,
.galley-article-acts > :hover {
  background: var(--jp-layout-color2);
}

.galley-articles :focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: -1px;
}

.galley-articles input {
  box-sizing: border-box;
  width: 100%;
  margin-block-start: 8px;
  padding: 4px 8px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 3px;
  background: var(--jp-layout-color1);
  color: inherit;
  font: inherit;
}

.galley-articles input[hidden],
.galley-articles .galley-none[hidden] {
  display: none;
}

.galley-articles ul {
  margin: 6px 0 0;
  padding: 0;
  list-style: none;
}

.galley-article {
  padding: 9px 0 10px;
  border-block-start: 1px solid var(--jp-border-color2);
}

.galley-article-title {
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  font-weight: 600;
  text-align: start;
  cursor: pointer;
}

.galley-article-title:hover {
  text-decoration: underline;
}

.galley-article-facts {
  display: flex;
  flex-wrap: wrap;
  gap: 0 10px;
  margin-block: 2px 5px;
  color: var(--jp-ui-font-color2);
}

.galley-article-state {
  color: var(--jp-ui-font-color1);
}

.galley-is-published .galley-article-state {
  color: var(--jp-success-color0, var(--jp-success-color1));
}

.galley-is-failing .galley-article-state,
.galley-is-unreadable .galley-article-state,
.galley-is-held-back .galley-article-state,
.galley-is-overdue .galley-article-state {
  color: var(--jp-error-color1);
  font-weight: 600;
}

.galley-article-counts:not(:empty) {
  display: inline-flex;
  gap: 7px;
}

.galley-article-counts > span {
  color: var(--galley-mark);
  font-weight: 600;
}

.galley-article-counts:empty {
  display: none;
}

.galley-article-note {
  margin: 0 0 5px;
  color: var(--jp-ui-font-color2);
  overflow-wrap: anywhere;
}
`,""]),r.d(l,{},{A:t})},157(e,l,r){var a=r(601),o=r.n(a),i=r(314),t=(r.n(i))()(o());t.push([e.id,`.galley-figures {
  display: flex;
  flex-direction: column;
  min-width: 290px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size1);
  line-height: 1.4;
}

.galley-gallery,
.galley-form {
  flex: 1;
  min-height: 0;
  padding: 8px 10px 16px;
  overflow: auto;
}

.galley-gallery[hidden],
.galley-form[hidden] {
  display: none;
}

.galley-figures input:not([type='checkbox'], [type='range']),
.galley-figures select,
.galley-figures textarea {
  box-sizing: border-box;
  width: 100%;
  min-width: 0;
  min-height: 28px;
  padding: 3px 6px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 3px;
  background: var(--jp-layout-color1);
  color: inherit;
  font: inherit;
}

.galley-figures textarea {
  resize: vertical;
}

.galley-figures :is(button, input, select, textarea, summary):focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: 1px;
}

.galley-search {
  display: grid;
  gap: 6px;
}

.galley-cards {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
  gap: 12px;
  margin: 10px 0 0;
  padding: 0;
  list-style: none;
}

.galley-card {
  display: flex;
  flex-direction: column;
  gap: 4px;
  padding: 8px;
  border: 1px solid var(--jp-border-color2);
  border-radius: 4px;
}

.galley-card[hidden] {
  display: none;
}

.galley-enlarge {
  padding: 0;
  border: 0;
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: zoom-in;
}

.galley-picture {
  display: grid;
  min-height: 110px;
  place-items: center;
  background: var(--jp-layout-color2);
}

.galley-picture:has(img) {
  min-height: 0;
}

.galley-picture img,
.galley-large img {
  display: block;
  width: 100%;
  height: auto;
}

.galley-picture img {
  max-height: 220px;
  object-fit: contain;
}

.galley-figure-title {
  margin: 4px 0 0;
  font-size: var(--jp-ui-font-size1);
  font-weight: 600;
}

.galley-shows {
  margin: 0;
  color: var(--jp-ui-font-color2);
}

.galley-card-foot {
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 8px;
  margin-block-start: auto;
  padding-block-start: 4px;
}

.galley-evidence {
  width: max-content;
  max-width: 100%;
  padding: 0 6px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 9px;
  font-size: var(--jp-ui-font-size0);
  line-height: 16px;
}

.galley-evidence[data-evidence='schematic'],
.galley-evidence[data-evidence='synthetic'] {
  border-style: dashed;
}

.galley-card details,
.galley-form details {
  color: var(--jp-ui-font-color2);
}

.galley-card summary,
.galley-form summary {
  width: max-content;
  cursor: pointer;
}

.galley-card ul {
  margin: 2px 0 0;
  padding-inline-start: 16px;
}

.jp-Dialog-content:has(.galley-large) {
  max-width: 92vw;
  max-height: 92vh;
}

.galley-large {
  width: min(720px, 80vw);
}

.galley-large img {
  max-height: 56vh;
  margin-block-end: 8px;
  object-fit: contain;
}

.galley-large p {
  margin: 8px 0 0;
  color: var(--jp-ui-font-color1);
}

.galley-form {
  display: flex;
  flex-direction: column;
  gap: 10px;
}

.galley-form > * {
  flex: none;
}

.galley-form details > .galley-field {
  margin-block-start: 10px;
  color: var(--jp-ui-font-color1);
}

.galley-drawing {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 6px 12px;
  padding-block-end: 10px;
  border-block-end: 1px solid var(--jp-border-color2);
}

.galley-drawing label,
.galley-set {
  display: inline-flex;
  align-items: center;
  gap: 4px;
}

.galley-drawing input,
.galley-set input {
  margin: 0;
}

.galley-field-name {
  display: block;
  margin-block-end: 2px;
  font-weight: 600;
}

.galley-field-hint {
  color: var(--jp-ui-font-color2);
  font-size: var(--jp-ui-font-size0);
}

.galley-number {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 6px;
}

.galley-number input[type='range'] {
  flex: 1 1 100%;
  margin: 0;
  accent-color: var(--jp-brand-color1);
}

.galley-figures .galley-number input[type='number'] {
  width: 96px;
}

.galley-unset {
  opacity: 0.4;
}

.galley-set {
  margin-inline-start: auto;
}

.galley-code {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 2px 8px;
}

.galley-code code {
  max-width: 100%;
  max-height: 4.5em;
  padding: 2px 6px;
  overflow: auto;
  background: var(--jp-layout-color2);
  font-family: var(--jp-code-font-family);
  font-size: var(--jp-code-font-size);
  white-space: pre;
}

.galley-field-trouble {
  margin-block-start: 2px;
  color: var(--jp-error-color1);
  white-space: pre-line;
}

.galley-field-trouble[hidden],
.galley-field-hint[hidden] {
  display: none;
}

.galley-figures .galley-refused :is(input, select, textarea):not([type="range"]) {
  border-color: var(--jp-error-color1);
}

.galley-gallery .galley-none[hidden] {
  display: none;
}
`,""]),r.d(l,{},{A:t})},646(e,l,r){var a=r(601),o=r.n(a),i=r(314),t=r.n(i),n=r(79),p=r(293),c=r(28),s=r(173),d=r(595),g=r(157),u=t()(o());u.i(n.A),u.i(p.A),u.i(c.A),u.i(s.A),u.i(d.A),u.i(g.A),u.push([e.id,`
`,""]),r.d(l,{},{A:u})},293(e,l,r){var a=r(601),o=r.n(a),i=r(314),t=(r.n(i))()(o());t.push([e.id,`.galley-page {
  display: flex;
  flex-direction: column;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
}

.galley-bar {
  display: flex;
  flex: none;
  flex-wrap: wrap;
  gap: 6px 12px;
  padding: 5px 8px;
  border-bottom: var(--jp-border-width) solid var(--jp-toolbar-border-color);
  background: var(--jp-toolbar-background);
}

.galley-saying {
  flex: none;
  padding: 12px 16px;
  font-size: var(--jp-ui-font-size1);
  line-height: 1.5;
}

.galley-saying[hidden] {
  display: none;
}

.galley-troubled .galley-saying {
  border-bottom: 1px solid var(--jp-warn-color1);
  background: color-mix(in srgb, var(--jp-warn-color1) 14%, var(--jp-layout-color1));
}

.galley-stage {
  position: relative;
  flex: 1;
  min-height: 0;
  overflow: hidden;
  background: var(--jp-layout-color2);
}

.galley-frame {
  position: absolute;
  inset-block-start: 0;
  inset-inline-start: 50%;
  width: var(--galley-width, 100%);
  height: calc(100% / var(--galley-scale, 1));
  border: 0;
  background: var(--jp-layout-color1);
  transform: translateX(-50%) scale(var(--galley-scale, 1));
  transform-origin: top center;
}

.galley-stage[data-width='phone'] .galley-frame {
  box-shadow: 0 0 0 1px var(--jp-border-color1);
}

/* Laid out behind the page that is shown, so that it can be scrolled before anybody sees it. */
.galley-coming {
  z-index: -1;
  visibility: hidden;
}

/* A drag across the frame belongs to JupyterLab. */
.lm-mod-override-cursor .galley-frame {
  pointer-events: none;
}
`,""]),r.d(l,{},{A:t})},28(e,l,r){var a=r(601),o=r.n(a),i=r(314),t=(r.n(i))()(o());t.push([e.id,`.galley-problems {
  overflow: auto;
  padding: 4px 12px 16px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size1);
  line-height: 1.45;
}

.galley-list {
  max-width: 140ch;
}

.galley-strip:not(:empty) {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 8px;
  margin-block: 4px;
  padding: 4px 8px;
  border: 1px solid var(--jp-success-color1);
  border-radius: 4px;
}

.galley-group h3,
.galley-group summary {
  margin: 12px 0 4px;
  font-size: var(--jp-ui-font-size1);
  font-weight: 600;
}

.galley-folded summary {
  width: max-content;
  cursor: pointer;
}

.galley-group ul,
.galley-group ol {
  margin: 0;
  padding: 0;
  list-style: none;
}

.galley-problem {
  margin-block-end: 6px;
  padding-block: 2px;
  border-inline-start: 3px solid var(--galley-mark);
}

.galley-problem button {
  border: 0;
  background: transparent;
  color: inherit;
  font: inherit;
  text-align: start;
}

.galley-problem button:enabled {
  cursor: pointer;
}

.galley-problem .galley-go {
  display: grid;
  grid-template-columns: max-content 1fr max-content;
  gap: 0 8px;
  width: 100%;
  padding: 2px 8px;
}

.galley-go:enabled:hover {
  background: var(--jp-layout-color2);
}

.galley-sign {
  width: 1em;
  color: var(--galley-mark);
  text-align: center;
}

.galley-place,
.galley-fix,
.galley-again,
.galley-about {
  color: var(--jp-ui-font-color2);
}

.galley-remedy,
.galley-again,
.galley-unfolded > * {
  margin: 0;
  padding: 0 8px;
  padding-inline-start: calc(1em + 16px);
}

.galley-remedy {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  justify-content: space-between;
  gap: 0 16px;
}

.galley-fix {
  flex: 1 1 40ch;
}

.galley-again {
  display: flex;
  flex-wrap: wrap;
  gap: 0 10px;
}

.galley-each {
  flex-direction: column;
}

.galley-problem .galley-link {
  padding: 0;
  color: var(--jp-content-link-color);
}

.galley-link:hover {
  text-decoration: underline;
}

.galley-actions {
  display: flex;
  flex-wrap: wrap;
  gap: 4px 6px;
  margin-block: 2px;
}

.galley-actions button,
.galley-strip button {
  padding: 0 7px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 3px;
  background: transparent;
  color: inherit;
  font: inherit;
  line-height: 20px;
  cursor: pointer;
}

.galley-problem .galley-actions button {
  border: 1px solid var(--jp-border-color2);
}

.galley-remedy .galley-actions button:not([data-part='mend'], [data-part='all']) {
  border-color: transparent;
  color: var(--jp-ui-font-color2);
}

.galley-actions button:hover,
.galley-strip button:hover,
.galley-actions button[aria-expanded='true'] {
  background: var(--jp-layout-color2);
}

.galley-problem .galley-actions .galley-main {
  border-color: var(--jp-brand-color1);
  background: var(--jp-brand-color1);
  color: var(--jp-ui-inverse-font-color1);
}

.galley-problems button:focus-visible,
.galley-problems summary:focus-visible,
.galley-problems input:focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: 1px;
}

.galley-unfolded > .galley-offer,
.galley-unfolded > .galley-reason {
  padding-block: 4px;
}

.galley-unfolded .galley-actions {
  padding: 0;
}

.galley-unfolded p {
  margin: 2px 0;
}

.galley-excerpt {
  margin: 2px 0 6px;
  padding: 4px 8px;
  border: 1px solid var(--jp-border-color2);
  border-radius: 3px;
  background: var(--jp-layout-color0);
  color: var(--jp-content-font-color1);
  font: var(--jp-code-font-size) / 1.5 var(--jp-code-font-family);
  white-space: pre-wrap;
}

.galley-excerpt del {
  background: color-mix(in srgb, var(--jp-error-color1) 18%, transparent);
}

.galley-excerpt ins {
  background: color-mix(in srgb, var(--jp-success-color1) 22%, transparent);
  text-decoration: none;
}

.galley-reason label {
  display: block;
}

.galley-reason input {
  display: block;
  box-sizing: border-box;
  width: min(100%, 70ch);
  margin-block: 2px 4px;
  padding: 3px 6px;
  border: 1px solid var(--jp-border-color1);
  background: var(--jp-layout-color0);
  color: var(--jp-ui-font-color1);
  font: inherit;
}

.galley-refusal {
  color: var(--jp-error-color1);
}

.galley-unseen {
  position: absolute;
  overflow: hidden;
  width: 1px;
  height: 1px;
  clip-path: inset(50%);
  white-space: nowrap;
}

.galley-counts button {
  display: flex;
  align-items: center;
  gap: 10px;
  height: 100%;
  padding: 0 8px;
  border: 0;
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: pointer;
}

.galley-counts button[hidden] {
  display: none;
}

.galley-counts button:hover {
  background: var(--jp-layout-color3);
}

.galley-counts i {
  margin-inline-end: 4px;
  font-style: normal;
}

.galley-counts [class] {
  font-weight: 600;
}

.galley-counts [class] i {
  color: var(--galley-mark);
}

/* Links and spelling mistakes have lines of their own, which stay. */
.galley-mark {
  text-decoration: underline wavy var(--galley-mark) 1px;
  text-decoration-skip-ink: none;
  text-underline-offset: 3px;
}

.galley-mark.galley-advice,
.galley-mark.galley-mark-line {
  text-decoration-style: dotted;
}

.jp-Cell > .galley-side-mark {
  position: absolute;
  inset-block-start: 6px;
  inset-inline-start: 14px;
  z-index: 2;
  padding: 0 4px;
  border: 0;
  border-radius: 3px;
  background: var(--jp-layout-color1);
  color: var(--galley-mark);
  font: 600 var(--jp-ui-font-size0) / 18px var(--jp-ui-font-family);
  white-space: nowrap;
  cursor: pointer;
}

.jp-Cell > .galley-side-mark:hover,
.jp-Cell > .galley-side-mark:focus-visible {
  background: var(--jp-layout-color2);
  outline: 1px solid var(--galley-mark);
}

.galley-tooltip {
  max-width: 60ch;
  padding: 4px 10px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font: var(--jp-ui-font-size1) / 1.45 var(--jp-ui-font-family);
}

.galley-tooltip p {
  margin: 2px 0;
}

.galley-tooltip > * + * {
  margin-block-start: 6px;
  border-block-start: 1px solid var(--jp-border-color2);
}
`,""]),r.d(l,{},{A:t})},595(e,l,r){var a=r(601),o=r.n(a),i=r(314),t=(r.n(i))()(o());t.push([e.id,`.galley-publishing {
  overflow: auto;
  padding: 10px 14px 16px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size1);
  line-height: 1.5;
}

.galley-publishing h3 {
  margin: 0 0 6px;
  font-size: var(--jp-ui-font-size2);
  font-weight: 600;
}

.galley-publishing p {
  margin: 0 0 6px;
  max-width: 90ch;
}

.galley-publishing ul {
  margin: 0 0 8px;
  padding: 0;
  list-style: none;
}

.galley-status {
  color: var(--jp-ui-font-color2);
  white-space: pre-line;
}

.galley-progress,
.galley-links {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px 14px;
  margin-block: 4px 8px;
}

.galley-progress progress {
  flex: 0 1 420px;
  height: 10px;
  accent-color: var(--jp-brand-color1);
}

.galley-progress button,
.galley-links button,
.galley-links a {
  padding: 3px 12px;
  border: 1px solid var(--jp-border-color1);
  border-radius: 4px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font: inherit;
  cursor: pointer;
}

.galley-links a:first-child {
  border-color: var(--jp-brand-color1);
  background: var(--jp-brand-color1);
  color: var(--jp-ui-inverse-font-color1);
}

.galley-links a:hover {
  text-decoration: underline;
}

.galley-progress button:hover,
.galley-links button:hover {
  background: var(--jp-layout-color2);
}

.galley-progress button:focus-visible,
.galley-links :focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: 1px;
}

.galley-path {
  padding: 0;
  background: none;
  color: var(--jp-ui-font-color2);
  overflow-wrap: anywhere;
  user-select: all;
}
`,""]),r.d(l,{},{A:t})},79(e,l,r){var a=r(601),o=r.n(a),i=r(314),t=(r.n(i))()(o());t.push([e.id,`.galley-choice {
  display: inline-flex;
  border: 1px solid var(--jp-border-color1);
  border-radius: 4px;
  overflow: hidden;
}

.galley-choice[hidden] {
  display: none;
}

.galley-choice button {
  padding: 0 9px;
  border: 0;
  background: transparent;
  color: var(--jp-ui-font-color1);
  font: var(--jp-ui-font-size1) / 24px var(--jp-ui-font-family);
  cursor: pointer;
}

.galley-choice button + button {
  border-inline-start: 1px solid var(--jp-border-color1);
}

.galley-choice button:hover {
  background: var(--jp-layout-color2);
}

.galley-choice button[aria-pressed='true'] {
  background: var(--jp-layout-color3);
  font-weight: 600;
}

.galley-choice button:focus-visible,
.galley-problem button:focus-visible,
.galley-counts button:focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: -2px;
}

.galley-none {
  margin: 12px 0;
  color: var(--jp-ui-font-color2);
}

.galley-error {
  --galley-mark: var(--jp-error-color1);
}

.galley-warning {
  --galley-mark: var(--jp-warn-color1);
}

.galley-advice {
  --galley-mark: var(--jp-info-color1);
}
`,""]),r.d(l,{},{A:t})},314(e){e.exports=function(e){var l=[];return l.toString=function(){return this.map(function(l){var r="",a=void 0!==l[5];return l[4]&&(r+="@supports (".concat(l[4],") {")),l[2]&&(r+="@media ".concat(l[2]," {")),a&&(r+="@layer".concat(l[5].length>0?" ".concat(l[5]):""," {")),r+=e(l),a&&(r+="}"),l[2]&&(r+="}"),l[4]&&(r+="}"),r}).join("")},l.i=function(e,r,a,o,i){"string"==typeof e&&(e=[[null,e,void 0]]);var t={};if(a)for(var n=0;n<this.length;n++){var p=this[n][0];null!=p&&(t[p]=!0)}for(var c=0;c<e.length;c++){var s=[].concat(e[c]);a&&t[s[0]]||(void 0!==i&&(void 0===s[5]||(s[1]="@layer".concat(s[5].length>0?" ".concat(s[5]):""," {").concat(s[1],"}")),s[5]=i),r&&(s[2]&&(s[1]="@media ".concat(s[2]," {").concat(s[1],"}")),s[2]=r),o&&(s[4]?(s[1]="@supports (".concat(s[4],") {").concat(s[1],"}"),s[4]=o):s[4]="".concat(o)),l.push(s))}},l}},601(e){e.exports=function(e){return e[1]}},72(e){var l=[];function r(e){for(var r=-1,a=0;a<l.length;a++)if(l[a].identifier===e){r=a;break}return r}function a(e,a){for(var o={},i=[],t=0;t<e.length;t++){var n=e[t],p=a.base?n[0]+a.base:n[0],c=o[p]||0,s="".concat(p," ").concat(c);o[p]=c+1;var d=r(s),g={css:n[1],media:n[2],sourceMap:n[3],supports:n[4],layer:n[5]};if(-1!==d)l[d].references++,l[d].updater(g);else{var u=function(e,l){var r=l.domAPI(l);return r.update(e),function(l){l?(l.css!==e.css||l.media!==e.media||l.sourceMap!==e.sourceMap||l.supports!==e.supports||l.layer!==e.layer)&&r.update(e=l):r.remove()}}(g,a);a.byIndex=t,l.splice(t,0,{identifier:s,updater:u,references:1})}i.push(s)}return i}e.exports=function(e,o){var i=a(e=e||[],o=o||{});return function(e){e=e||[];for(var t=0;t<i.length;t++){var n=r(i[t]);l[n].references--}for(var p=a(e,o),c=0;c<i.length;c++){var s=r(i[c]);0===l[s].references&&(l[s].updater(),l.splice(s,1))}i=p}}},659(e){var l={};e.exports=function(e,r){var a=function(e){if(void 0===l[e]){var r=document.querySelector(e);if(window.HTMLIFrameElement&&r instanceof window.HTMLIFrameElement)try{r=r.contentDocument.head}catch(e){r=null}l[e]=r}return l[e]}(e);if(!a)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");a.appendChild(r)}},540(e){e.exports=function(e){var l=document.createElement("style");return e.setAttributes(l,e.attributes),e.insert(l,e.options),l}},56(e,l,r){e.exports=function(e){var l=r.nc;l&&e.setAttribute("nonce",l)}},825(e){e.exports=function(e){if("u"<typeof document)return{update:function(){},remove:function(){}};var l=e.insertStyleElement(e);return{update:function(r){var a,o,i;a="",r.supports&&(a+="@supports (".concat(r.supports,") {")),r.media&&(a+="@media ".concat(r.media," {")),(o=void 0!==r.layer)&&(a+="@layer".concat(r.layer.length>0?" ".concat(r.layer):""," {")),a+=r.css,o&&(a+="}"),r.media&&(a+="}"),r.supports&&(a+="}"),(i=r.sourceMap)&&"u">typeof btoa&&(a+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(i))))," */")),e.styleTagTransform(a,l,e.options)},remove:function(){var e;null===(e=l).parentNode||e.parentNode.removeChild(e)}}}},113(e){e.exports=function(e,l){if(l.styleSheet)l.styleSheet.cssText=e;else{for(;l.firstChild;)l.removeChild(l.firstChild);l.appendChild(document.createTextNode(e))}}},959(e,l,r){var a=r(72),o=r.n(a),i=r(825),t=r.n(i),n=r(659),p=r.n(n),c=r(56),s=r.n(c),d=r(540),g=r.n(d),u=r(113),y=r.n(u),x=r(646),f={};f.styleTagTransform=y(),f.setAttributes=s(),f.insert=p().bind(null,"head"),f.domAPI=t(),f.insertStyleElement=g(),o()(x.A,f),x.A&&x.A.locals&&x.A.locals}}]);