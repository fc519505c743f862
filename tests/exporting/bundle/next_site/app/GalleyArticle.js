import { readFileSync } from "node:fs";

export default function GalleyArticle({ name }) {
  const folder = `public/articles/${name}`;
  const body = readFileSync(`${folder}/body.html`, "utf8");
  return (
    <>
      <link rel="stylesheet" href={`/articles/${name}/style.css`} precedence="default" />
      <div dangerouslySetInnerHTML={{ __html: body }} />
    </>
  );
}
