// An article of Galley on a page of ours: its body, and the style sheet that goes with it.
export default function GalleyArticle({ body }) {
  return <div dangerouslySetInnerHTML={{ __html: body }} />;
}
