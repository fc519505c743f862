// What `galley export --all --to bundle --output public/articles --assets-at /articles` has left.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(process.cwd(), "public", "articles");

export function readBundles() {
  return readdirSync(FOLDER)
    .filter((name) => existsSync(join(FOLDER, name, "meta.json")))
    .sort()
    .map((name) => ({
      name,
      meta: JSON.parse(readFileSync(join(FOLDER, name, "meta.json"), "utf8")),
    }));
}
