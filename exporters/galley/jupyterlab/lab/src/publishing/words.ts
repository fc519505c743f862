/** Every label of publishing. */

import { count, SharedWords, sharedWords, wordsIn } from '../shared/words';

const EN = {
  publishing: 'Publishing',
  publish: 'Publish',
  publishHint: 'Check this article, make its page and publish it',
  export: 'Export …',
  exportHint: 'Make the whole site, or one file of this article',
  exportTitle: 'Export',
  exportSite: 'The whole site: all articles that are no drafts, as a folder for a web host',
  exportFile: 'This article: its page as one file, as it is shown now',
  exportIt: 'Export',
  format: 'Galley article page (one file)',
  cancel: 'Cancel',
  ok: 'OK',
  stop: 'Stop',
  stopping: 'Stopping …',
  again: 'Publish again',
  publishingArticle: (title: string) => `Publishing “${title}”`,
  publishingSite: 'Making the whole site',
  idle: 'Nothing is being published. “Publish” above a notebook publishes that article.',
  published: (title: string) => `“${title}” is published`,
  siteMade: 'The whole site is made',
  onlyHere:
    'The site is only on this computer so far. To send it to the web, write where to in site.toml, under [publish].',
  exportedHere: 'The site is a folder on this computer:',
  sentTo: (target: string) => `The site was sent: ${target}`,
  openPage: 'Open the page',
  openSite: 'Open the site',
  openPublic: 'Open it where readers find it',
  notPublished: (title: string) => `“${title}” is not published yet`,
  errors: (number: number) =>
    `${count(number, 'error stands', 'errors stand')} in the way. Mend ${number === 1 ? 'it' : 'them'}, then publish again. What was published before is as it was.`,
  someFailed: (number: number) =>
    `${count(number, 'article', 'articles')} could not be made; where they were published before, the last good page stays.`,
  scheduled: (day: string) =>
    `Its date, ${day}, is still to come. It appears when the site is published on that day or later.`,
  draftTitle: 'This article is a draft',
  draft:
    'A draft is shown to nobody. Shall the mark be taken away, and the article be published? You can undo it in the notebook.',
  takeAway: 'Publish it',
  stopped: 'Stopped. What was published before is as it was.',
  fault: 'This did not work',
  sendTitle: 'Publish this article?',
  sendNote: 'Its page is made, and the site is sent on as site.toml says:',
  lookTitle: 'This leaves your computer',
  send: 'Send it',
  notSent: 'The page is made. Nothing was sent: what would leave this computer was not agreed to yet.',
  goTo: 'Show',
  counts: (built: number, unchanged: number, hidden: number) =>
    `${count(built, 'page', 'pages')} made anew, ${unchanged} as before, ${count(hidden, 'draft', 'drafts')} or articles of a later day left out.`,
  done: (done: number, total: number) => `${done} of ${total} done`,
  left: (seconds: number) => `about ${duration(seconds, ['s', 'min', 'h'])} left`,
  cell: (name: string, cell: number, cells: number) =>
    cell ? `${name}: cell ${cell} of ${cells}` : `${name}: starting`,
  steps: {} as Record<string, string>,
  starting: 'Starting'
};

const ID: typeof EN = {
  publishing: 'Penerbitan',
  publish: 'Terbitkan',
  publishHint: 'Periksa artikel ini, buat halamannya, lalu terbitkan',
  export: 'Ekspor …',
  exportHint: 'Buat seluruh situs, atau satu berkas dari artikel ini',
  exportTitle: 'Ekspor',
  exportSite: 'Seluruh situs: semua artikel yang bukan draf, sebagai folder untuk hos web',
  exportFile: 'Artikel ini: halamannya sebagai satu berkas, seperti yang tampak sekarang',
  exportIt: 'Ekspor',
  format: 'Halaman artikel Galley (satu berkas)',
  cancel: 'Batal',
  ok: 'OK',
  stop: 'Hentikan',
  stopping: 'Menghentikan …',
  again: 'Terbitkan lagi',
  publishingArticle: title => `Menerbitkan “${title}”`,
  publishingSite: 'Membuat seluruh situs',
  idle: 'Tidak ada yang sedang diterbitkan. “Terbitkan” di atas buku catatan menerbitkan artikel itu.',
  published: title => `“${title}” sudah terbit`,
  siteMade: 'Seluruh situs sudah dibuat',
  onlyHere:
    'Situs ini baru ada di komputer ini. Untuk mengirimnya ke web, tulis tujuannya di site.toml, di bawah [publish].',
  exportedHere: 'Situs ini adalah sebuah folder di komputer ini:',
  sentTo: target => `Situs sudah dikirim: ${target}`,
  openPage: 'Buka halaman',
  openSite: 'Buka situs',
  openPublic: 'Buka di alamat yang dilihat pembaca',
  notPublished: title => `“${title}” belum terbit`,
  errors: number =>
    `Ada ${number} kesalahan yang menghalangi. Perbaiki dulu, lalu terbitkan lagi. Yang sudah terbit tetap seperti semula.`,
  someFailed: number =>
    `${number} artikel tidak dapat dibuat; yang pernah terbit tetap memakai halaman terakhir yang baik.`,
  scheduled: day =>
    `Tanggalnya, ${day}, belum tiba. Artikel ini muncul bila situs diterbitkan pada hari itu atau sesudahnya.`,
  draftTitle: 'Artikel ini masih draf',
  draft:
    'Draf tidak diperlihatkan kepada siapa pun. Hapus tandanya dan terbitkan artikel ini? Anda dapat mengurungkannya di buku catatan.',
  takeAway: 'Terbitkan',
  stopped: 'Dihentikan. Yang sudah terbit tetap seperti semula.',
  fault: 'Ini tidak berhasil',
  sendTitle: 'Terbitkan artikel ini?',
  sendNote: 'Halamannya dibuat, lalu situs dikirim seperti tertulis di site.toml:',
  lookTitle: 'Ini keluar dari komputer Anda',
  send: 'Kirim',
  notSent: 'Halamannya sudah dibuat. Tidak ada yang dikirim: apa yang akan keluar dari komputer ini belum disetujui.',
  goTo: 'Tunjukkan',
  counts: (built, unchanged, hidden) =>
    `${built} halaman dibuat baru, ${unchanged} seperti semula, ${hidden} draf atau artikel untuk hari mendatang tidak disertakan.`,
  done: (done, total) => `${done} dari ${total} selesai`,
  left: seconds => `kira-kira ${duration(seconds, ['detik', 'menit', 'jam'])} lagi`,
  cell: (name, cell, cells) => (cell ? `${name}: sel ${cell} dari ${cells}` : `${name}: dimulai`),
  steps: {
    Checking: 'Memeriksa',
    'Reading the articles': 'Membaca artikel',
    'Running the articles': 'Menjalankan artikel',
    'Making the pages': 'Membuat halaman',
    Publishing: 'Menerbitkan'
  },
  starting: 'Memulai'
};

function duration(seconds: number, [s, min, h]: [string, string, string]): string {
  if (seconds < 60) {
    return `${Math.max(1, Math.round(seconds))} ${s}`;
  }
  return seconds < 3600
    ? `${Math.round(seconds / 60)} ${min}`
    : `${(seconds / 3600).toFixed(1)} ${h}`;
}

export type PublishingWords = typeof EN & SharedWords;

export const publishingWords = (languageCode: string): PublishingWords => ({
  ...sharedWords(languageCode),
  ...wordsIn(languageCode, EN, ID)
});
