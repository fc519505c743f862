"use strict";(self.rspackChunkgalley=self.rspackChunkgalley||[]).push([[700],{173(e,r,o){var l=o(601),a=o.n(l),t=o(314),n=(o.n(t))()(a());n.push([e.id,`.galley-wish {
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
`,""]),o.d(r,{},{A:n})},646(e,r,o){var l=o(601),a=o.n(l),t=o(314),n=o.n(t),i=o(79),p=o(293),s=o(28),c=o(173),d=o(595),g=n()(a());g.i(i.A),g.i(p.A),g.i(s.A),g.i(c.A),g.i(d.A),g.push([e.id,`
`,""]),o.d(r,{},{A:g})},293(e,r,o){var l=o(601),a=o.n(l),t=o(314),n=(o.n(t))()(a());n.push([e.id,`.galley-page {
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
`,""]),o.d(r,{},{A:n})},28(e,r,o){var l=o(601),a=o.n(l),t=o(314),n=(o.n(t))()(a());n.push([e.id,`.galley-problems {
  overflow: auto;
  padding: 4px 12px 16px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size1);
  line-height: 1.45;
}

.galley-group h3 {
  margin: 12px 0 4px;
  font-size: var(--jp-ui-font-size1);
  font-weight: 600;
}

.galley-group ul {
  margin: 0;
  padding: 0;
  list-style: none;
}

.galley-problem {
  margin-block-end: 4px;
  border-inline-start: 3px solid var(--galley-mark);
}

.galley-problem button {
  display: grid;
  grid-template-columns: 1fr max-content;
  gap: 0 16px;
  width: 100%;
  padding: 4px 8px;
  border: 0;
  background: transparent;
  color: inherit;
  font: inherit;
  text-align: start;
}

.galley-problem button:enabled {
  cursor: pointer;
}

.galley-problem button:enabled:hover {
  background: var(--jp-layout-color2);
}

.galley-place,
.galley-fix,
.galley-problem details {
  color: var(--jp-ui-font-color2);
}

.galley-fix {
  grid-column: 1 / -1;
}

.galley-problem details {
  padding: 0 8px 4px;
  max-width: 80ch;
}

.galley-problem summary {
  width: max-content;
  cursor: pointer;
}

.galley-problem details p {
  margin: 2px 0 4px;
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
`,""]),o.d(r,{},{A:n})},595(e,r,o){var l=o(601),a=o.n(l),t=o(314),n=(o.n(t))()(a());n.push([e.id,`.galley-publishing {
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
`,""]),o.d(r,{},{A:n})},79(e,r,o){var l=o(601),a=o.n(l),t=o(314),n=(o.n(t))()(a());n.push([e.id,`.galley-choice {
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
`,""]),o.d(r,{},{A:n})},314(e){e.exports=function(e){var r=[];return r.toString=function(){return this.map(function(r){var o="",l=void 0!==r[5];return r[4]&&(o+="@supports (".concat(r[4],") {")),r[2]&&(o+="@media ".concat(r[2]," {")),l&&(o+="@layer".concat(r[5].length>0?" ".concat(r[5]):""," {")),o+=e(r),l&&(o+="}"),r[2]&&(o+="}"),r[4]&&(o+="}"),o}).join("")},r.i=function(e,o,l,a,t){"string"==typeof e&&(e=[[null,e,void 0]]);var n={};if(l)for(var i=0;i<this.length;i++){var p=this[i][0];null!=p&&(n[p]=!0)}for(var s=0;s<e.length;s++){var c=[].concat(e[s]);l&&n[c[0]]||(void 0!==t&&(void 0===c[5]||(c[1]="@layer".concat(c[5].length>0?" ".concat(c[5]):""," {").concat(c[1],"}")),c[5]=t),o&&(c[2]&&(c[1]="@media ".concat(c[2]," {").concat(c[1],"}")),c[2]=o),a&&(c[4]?(c[1]="@supports (".concat(c[4],") {").concat(c[1],"}"),c[4]=a):c[4]="".concat(a)),r.push(c))}},r}},601(e){e.exports=function(e){return e[1]}},72(e){var r=[];function o(e){for(var o=-1,l=0;l<r.length;l++)if(r[l].identifier===e){o=l;break}return o}function l(e,l){for(var a={},t=[],n=0;n<e.length;n++){var i=e[n],p=l.base?i[0]+l.base:i[0],s=a[p]||0,c="".concat(p," ").concat(s);a[p]=s+1;var d=o(c),g={css:i[1],media:i[2],sourceMap:i[3],supports:i[4],layer:i[5]};if(-1!==d)r[d].references++,r[d].updater(g);else{var u=function(e,r){var o=r.domAPI(r);return o.update(e),function(r){r?(r.css!==e.css||r.media!==e.media||r.sourceMap!==e.sourceMap||r.supports!==e.supports||r.layer!==e.layer)&&o.update(e=r):o.remove()}}(g,l);l.byIndex=n,r.splice(n,0,{identifier:c,updater:u,references:1})}t.push(c)}return t}e.exports=function(e,a){var t=l(e=e||[],a=a||{});return function(e){e=e||[];for(var n=0;n<t.length;n++){var i=o(t[n]);r[i].references--}for(var p=l(e,a),s=0;s<t.length;s++){var c=o(t[s]);0===r[c].references&&(r[c].updater(),r.splice(c,1))}t=p}}},659(e){var r={};e.exports=function(e,o){var l=function(e){if(void 0===r[e]){var o=document.querySelector(e);if(window.HTMLIFrameElement&&o instanceof window.HTMLIFrameElement)try{o=o.contentDocument.head}catch(e){o=null}r[e]=o}return r[e]}(e);if(!l)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");l.appendChild(o)}},540(e){e.exports=function(e){var r=document.createElement("style");return e.setAttributes(r,e.attributes),e.insert(r,e.options),r}},56(e,r,o){e.exports=function(e){var r=o.nc;r&&e.setAttribute("nonce",r)}},825(e){e.exports=function(e){if("u"<typeof document)return{update:function(){},remove:function(){}};var r=e.insertStyleElement(e);return{update:function(o){var l,a,t;l="",o.supports&&(l+="@supports (".concat(o.supports,") {")),o.media&&(l+="@media ".concat(o.media," {")),(a=void 0!==o.layer)&&(l+="@layer".concat(o.layer.length>0?" ".concat(o.layer):""," {")),l+=o.css,a&&(l+="}"),o.media&&(l+="}"),o.supports&&(l+="}"),(t=o.sourceMap)&&"u">typeof btoa&&(l+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(t))))," */")),e.styleTagTransform(l,r,e.options)},remove:function(){var e;null===(e=r).parentNode||e.parentNode.removeChild(e)}}}},113(e){e.exports=function(e,r){if(r.styleSheet)r.styleSheet.cssText=e;else{for(;r.firstChild;)r.removeChild(r.firstChild);r.appendChild(document.createTextNode(e))}}},959(e,r,o){var l=o(72),a=o.n(l),t=o(825),n=o.n(t),i=o(659),p=o.n(i),s=o(56),c=o.n(s),d=o(540),g=o.n(d),u=o(113),y=o.n(u),f=o(646),b={};b.styleTagTransform=y(),b.setAttributes=c(),b.insert=p().bind(null,"head"),b.domAPI=n(),b.insertStyleElement=g(),a()(f.A,b),f.A&&f.A.locals&&f.A.locals}}]);