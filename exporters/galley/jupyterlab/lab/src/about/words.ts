/** Every label of the form about an article. */

import { SharedWords, sharedWords, wordsIn } from '../shared/words';

const EN = {
  about: 'About this article',
  showAbout: 'About this article',
  noNotebook: 'Open an article: what it says about itself can be changed here.',
  none: 'This notebook says nothing about itself yet. Fill in what readers should know; it goes into its first cell.',
  broken: 'The first cell cannot be read, so this form cannot change it:',
  elsewhere: 'This notebook has it in a form that only the first cell itself can change.',
  goToCell: 'Go to the first cell',
  more: 'More',
  addPerson: 'Add somebody else',
  removePerson: 'Remove',
  personName: 'Name',
  personCredentials: 'Credentials',
  personAffiliation: 'Affiliation',
  reason: 'Reason',
  fields: {
    title: ['Title', ''],
    description: ['Description', 'One sentence, under the title and in search results'],
    date: ['Published on', 'A day to come: the article appears on that day'],
    updated: ['Updated on', ''],
    review_by: ['To be reviewed by', 'When you will look whether it is still true'],
    authors: ['Authors', ''],
    category: ['Category', ''],
    tags: ['Tags', 'Separated by commas'],
    lang: ['Language', ''],
    key_points: ['Key points', 'Two or three sentences, one on each line'],
    disclosures: ['Disclosures', 'Your interests in a sentence, or the word none'],
    funding: ['Funding', 'Who paid for it, or the word none'],
    draft: ['Draft: readers do not see it', ''],
    reviewers: ['Reviewers', ''],
    reviewed: ['Reviewed on', 'When they last looked whether it is true'],
    changes: ['Changes after publication', 'One on each line: 2026-11-22 Corrected a number.'],
    image: ['Picture for links to it', 'A file in the folder: images/window.png'],
    image_alt: ['What that picture shows', ''],
    slug: ['Address', 'Only if it is not to follow from the file’s name'],
    aliases: ['Old addresses', 'Separated by commas'],
    kind: ['Kind', ''],
    withdrawn: ['Withdrawn on', 'The article stays, with a notice and the reason']
  } as Record<string, [string, string]>,
  choices: { article: 'Article', page: 'Page' } as Record<string, string>,
  languages: { en: 'English', id: 'Indonesian' } as Record<string, string>,
  asSite: 'As the site'
};

const ID: typeof EN = {
  about: 'Tentang artikel ini',
  showAbout: 'Tentang artikel ini',
  noNotebook: 'Buka sebuah artikel: keterangannya dapat diubah di sini.',
  none: 'Buku catatan ini belum memuat keterangan. Isilah yang perlu diketahui pembaca; isinya masuk ke sel pertama.',
  broken: 'Sel pertama tidak dapat dibaca, sehingga formulir ini tidak dapat mengubahnya:',
  elsewhere: 'Keterangan buku catatan ini hanya dapat diubah di sel pertamanya sendiri.',
  goToCell: 'Ke sel pertama',
  more: 'Lainnya',
  addPerson: 'Tambah orang lain',
  removePerson: 'Hapus',
  personName: 'Nama',
  personCredentials: 'Gelar',
  personAffiliation: 'Afiliasi',
  reason: 'Alasan',
  fields: {
    title: ['Judul', ''],
    description: ['Deskripsi', 'Satu kalimat, di bawah judul dan di hasil pencarian'],
    date: ['Terbit pada', 'Hari yang belum tiba: artikel muncul pada hari itu'],
    updated: ['Diperbarui pada', ''],
    review_by: ['Ditinjau paling lambat', 'Kapan Anda akan memeriksa apakah isinya masih benar'],
    authors: ['Penulis', ''],
    category: ['Kategori', ''],
    tags: ['Tag', 'Dipisahkan dengan koma'],
    lang: ['Bahasa', ''],
    key_points: ['Poin penting', 'Dua atau tiga kalimat, satu di setiap baris'],
    disclosures: ['Kepentingan', 'Kepentingan Anda dalam satu kalimat, atau kata none'],
    funding: ['Pendanaan', 'Siapa yang membiayai, atau kata none'],
    draft: ['Draf: pembaca tidak melihatnya', ''],
    reviewers: ['Peninjau', ''],
    reviewed: ['Ditinjau pada', 'Kapan mereka terakhir memeriksa apakah isinya benar'],
    changes: ['Perubahan setelah terbit', 'Satu di setiap baris: 2026-11-22 Angka diperbaiki.'],
    image: ['Gambar untuk tautan', 'Berkas di folder: images/window.png'],
    image_alt: ['Yang tampak pada gambar itu', ''],
    slug: ['Alamat', 'Hanya bila tidak mengikuti nama berkas'],
    aliases: ['Alamat lama', 'Dipisahkan dengan koma'],
    kind: ['Jenis', ''],
    withdrawn: ['Ditarik pada', 'Artikel tetap ada, dengan pemberitahuan dan alasannya']
  },
  choices: { article: 'Artikel', page: 'Halaman' },
  languages: { en: 'Inggris', id: 'Indonesia' },
  asSite: 'Seperti situs'
};

export type AboutWords = typeof EN & SharedWords;

export const aboutWords = (languageCode: string): AboutWords => ({
  ...sharedWords(languageCode),
  ...wordsIn(languageCode, EN, ID)
});
